"""A link with latency: relays TCP connections on the loopback interface, each byte half a round trip later than it came, in
both directions and at any rate. It stands in for `tc netem`, which many kernels lack; unlike a server that merely answers late,
it delays the handshakes of TCP's users (TLS) and every byte of a body, too."""

import asyncio
import collections
import threading

READ = 256 << 10
# What may be on its way in one direction of a connection, as a path with a large enough window would hold.
ON_THE_WAY = 32 << 20


class SlowLink:
    """A relay to `port` of this machine, in a thread of its own: `with SlowLink(port, 0.1) as link: connect to link.port`."""

    def __init__(self, port, round_trip):
        self.target, self.delay = port, round_trip / 2
        self.loop = asyncio.new_event_loop()
        self.server = self.loop.run_until_complete(asyncio.start_server(self.serve, "127.0.0.1", 0, limit=READ))
        self.port = self.server.sockets[0].getsockname()[1]
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    async def serve(self, reader, writer):
        await asyncio.sleep(self.delay)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target, limit=READ)
        await asyncio.gather(self.carry(reader, far_writer), self.carry(far_reader, writer))

    async def carry(self, reader, writer):
        """One direction of a connection, until its end has arrived on the other side."""
        under_way = collections.deque()
        changed = asyncio.Condition()
        held = 0

        async def receive():
            nonlocal held
            data = True
            while data:
                async with changed:
                    await changed.wait_for(lambda: held < ON_THE_WAY)
                try:
                    data = await reader.read(READ)
                except ConnectionError:
                    data = b""
                async with changed:
                    under_way.append((self.loop.time() + self.delay, data))
                    held += len(data)
                    changed.notify_all()

        receiving = asyncio.ensure_future(receive())
        try:
            while True:
                async with changed:
                    await changed.wait_for(lambda: under_way)
                    due, data = under_way.popleft()
                await asyncio.sleep(max(0, due - self.loop.time()))
                if not data:
                    writer.write_eof()
                    return
                writer.write(data)
                await writer.drain()
                async with changed:
                    held -= len(data)
                    changed.notify_all()
        except OSError:
            writer.close()  # the other side is gone: what is still under way has nowhere to go
        finally:
            receiving.cancel()
