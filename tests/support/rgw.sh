#!/usr/bin/env bash
# A real S3 service for tests: one Ceph RADOS Gateway with a monitor and an object store daemon, on loopback only. See
# usage() below.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=app/setup/common.sh
source "$root/app/setup/common.sh"

usage() {
    cat <<'TEXT'
Usage: tests/support/rgw.sh start|stop|crash FOLDER

  start  start what does not run yet, with all its state in FOLDER; FOLDER/environment then has NAME=VALUE lines
  crash  kill the gateway alone, as a power cut would
  stop   end exactly the processes that were started in FOLDER; with --remove also remove FOLDER

A first start takes about 20 seconds and 0.5 GiB of memory; data lies in a sparse file in FOLDER. Environment:
RGW_DISK_GIB, the size of that file (20).
Exit codes: 0 done, 1 a step failed (its log is in FOLDER), 2 wrong use, 77 a program that it needs is missing.
TEXT
}

access=sealift-test
secret=sealift-test-secret-key

alive() {
    [[ -f $folder/$1.pid ]] && kill -0 "$(<"$folder/$1.pid")" 2>/dev/null
}

# Ends one of our processes: end NAME SIGNAL
end() {
    local pid
    if alive "$1"; then
        pid=$(<"$folder/$1.pid")
        kill "-$2" "$pid" 2>/dev/null || true
        for _ in {1..100}; do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.1
        done
        kill -KILL "$pid" 2>/dev/null || true
    fi
    rm -f "$folder/$1.pid"
}

# Starts a daemon beside this script: launch NAME COMMAND...
launch() {
    local name=$1
    shift
    setsid "$@" >>"$folder/$name.out" 2>&1 </dev/null &
    echo $! >"$folder/$name.pid"
}

# Waits until a command succeeds: await SECONDS WHAT COMMAND...
await() {
    local tries=$(($1 * 10)) what=$2
    shift 2
    for ((; tries > 0; --tries)); do
        if "$@" >/dev/null 2>&1; then
            return
        fi
        sleep 0.1
    done
    die 1 "$what did not come up; its log is in $folder"
}

# Four ports that are free now, one a line. They are chosen once for a folder, so that a restart keeps the address.
choose_ports() {
    python3 - <<'PY'
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(4)]
print(*(s.getsockname()[1] for s in sockets), sep="\n")
PY
}

# A certificate of the test authority: certificate NAME SUBJECT_ALT_NAMES DAYS
certificate() {
    local name=$folder/tls/$1
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$name.key" -out "$name.csr" 2>/dev/null
    openssl x509 -req -in "$name.csr" -CA "$folder/ca.pem" -CAkey "$folder/tls/ca.key" -CAcreateserial -days "$3" \
        -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\n' "$2") -out "$name.crt" 2>/dev/null
    cat "$name.key" "$name.crt" >"$name.pem"
}

make_certificates() {
    mkdir -p "$folder/tls"
    openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=Sealift test authority" \
        -keyout "$folder/tls/ca.key" -out "$folder/ca.pem" 2>/dev/null
    certificate server 'DNS:localhost,DNS:*.localhost,IP:127.0.0.1' 3650
    certificate other-host 'DNS:elsewhere.example' 3650
    # OpenSSL takes the end of the day before for a certificate's end.
    certificate expired 'DNS:localhost,IP:127.0.0.1' -1
}

configure() {
    local -a ports
    mapfile -t ports < <(choose_ports)
    mkdir -p "$folder"/{mon,osd,rgw,run}
    cat >"$folder/ceph.conf" <<CONF
[global]
fsid = $(</proc/sys/kernel/random/uuid)
mon host = [v1:127.0.0.1:${ports[0]}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
mon data avail warn = 1
osd crush chooseleaf type = 0
ms bind msgr2 = false
run dir = $folder/run
admin socket = $folder/run/\$name.\$pid.asok
log file = $folder/\$name.log
[mon]
mon data = $folder/mon/a
[osd]
osd data = $folder/osd/0
osd objectstore = bluestore
bluestore block size = $((${RGW_DISK_GIB:-20} * 1024 * 1024 * 1024))
osd memory target = 939524096
[client.rgw]
rgw data = $folder/rgw
rgw frontends = beast endpoint=127.0.0.1:${ports[1]} ssl_endpoint=127.0.0.1:${ports[2]} ssl_certificate=$folder/tls/server.pem
rgw dns name = localhost
rgw crypt require ssl = false
rgw s3 auth use sts = true
rgw s3 auth order = local, external, sts
rgw sts key = sealift-sts-key0
rgw crypt s3 kms backend = testing
rgw crypt s3 kms encryption keys = testkey=YmluCmJvb3N0CmJvb3N0LWJ1aWxkCmNlcGguY29uZgo=
rgw bucket quota ttl = 0
rgw gc obj min wait = 10
rgw gc processor period = 10
rgw gc processor max time = 10
rgw user quota bucket sync interval = 1
CONF
    cat >"$folder/environment.new" <<TEXT
RGW_HTTP=http://localhost:${ports[1]}
RGW_HTTPS=https://localhost:${ports[2]}
RGW_CA=$folder/ca.pem
RGW_TLS=$folder/tls
RGW_CONF=$folder/ceph.conf
RGW_ACCESS_KEY=$access
RGW_SECRET_KEY=$secret
RGW_OTHER_ACCESS_KEY=sealift-other
RGW_OTHER_SECRET_KEY=sealift-other-secret-key
TEXT
}

start_monitor() {
    if alive mon; then
        return
    fi
    if [[ ! -d $folder/mon/a ]]; then
        local address
        address=$(sed -n 's/^mon host = //p' "$folder/ceph.conf")
        monmaptool --create --clobber --fsid "$(sed -n 's/^fsid = //p' "$folder/ceph.conf")" --addv a "$address" \
            "$folder/monmap" >>"$folder/mon.out" 2>&1
        ceph-mon -c "$folder/ceph.conf" --mkfs -i a --monmap "$folder/monmap" >>"$folder/mon.out" 2>&1 ||
            die 1 "the monitor's store cannot be made; see $folder/mon.out"
    fi
    launch mon ceph-mon -c "$folder/ceph.conf" -f -i a
    await 30 "the monitor" timeout 5 ceph -c "$folder/ceph.conf" mon stat
}

osd_is_up() {
    timeout 5 ceph -c "$folder/ceph.conf" osd stat 2>/dev/null | grep -q '1 up'
}

osd_is_up_or_gone() {
    ! alive osd || osd_is_up
}

start_osd() {
    if alive osd; then
        return
    fi
    if [[ ! -f $folder/osd/0/ready ]]; then
        local uuid
        uuid=$(</proc/sys/kernel/random/uuid)
        mkdir -p "$folder/osd/0"
        timeout 20 ceph -c "$folder/ceph.conf" osd new "$uuid" >>"$folder/osd.out" 2>&1 || die 1 "ceph osd new failed"
        ceph-osd -c "$folder/ceph.conf" -i 0 --mkfs --osd-uuid "$uuid" >>"$folder/osd.out" 2>&1 ||
            die 1 "the object store cannot be made; see $folder/osd.out"
    fi
    # Now and then it talks to the monitor before it knows the cluster's id, is sent away ("wrong fsid"), and ends.
    for _ in {1..5}; do
        launch osd ceph-osd -c "$folder/ceph.conf" -f -i 0
        await 60 "the object store daemon" osd_is_up_or_gone
        if alive osd; then
            return
        fi
    done
    die 1 "the object store daemon ends by itself; see $folder/osd.out"
}

start_gateway() {
    if alive rgw; then
        return
    fi
    launch rgw radosgw -c "$folder/ceph.conf" -f -n client.rgw
    await 120 "the gateway" curl -sf --cacert "$folder/ca.pem" "$(sed -n 's/^RGW_HTTPS=//p' "$folder"/environment*)/"
}

make_user() {
    timeout 60 radosgw-admin -c "$folder/ceph.conf" -n client.rgw user create --uid="$1" --display-name="$1" \
        --access-key="$2" --secret-key="$3" >>"$folder/users.out" 2>&1 || die 1 "no S3 user; see $folder/users.out"
}

start() {
    local program
    for program in radosgw ceph-osd ceph-mon ceph monmaptool radosgw-admin openssl curl python3; do
        command -v "$program" >/dev/null || die 77 "$program is missing: app/setup.sh test installs it"
    done
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    chmod 700 "$folder"
    [[ -f $folder/tls/expired.pem ]] || make_certificates
    [[ -f $folder/ceph.conf ]] || configure
    start_monitor
    start_osd
    start_gateway
    if [[ ! -f $folder/environment ]]; then
        make_user test "$access" "$secret"
        make_user other sealift-other sealift-other-secret-key
        mv "$folder/environment.new" "$folder/environment"
    fi
}

verb=${1:-}
folder=${2:-}
case $verb in
start | stop | crash) [[ -n $folder ]] || die 2 "$verb needs a folder" ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
case $verb in
start) start ;;
crash) end rgw KILL ;;
stop)
    end rgw TERM
    end osd TERM
    end mon TERM
    if [[ ${3:-} == --remove && -f $folder/ceph.conf ]]; then
        rm -rf "$folder"
    fi
    ;;
esac
