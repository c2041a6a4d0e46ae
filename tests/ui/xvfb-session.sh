#!/usr/bin/env bash
# Runs a program on an X server of its own, without a screen. Where there is none to be had the program runs as it is,
# and says so.
set -euo pipefail

if ! command -v xvfb-run >/dev/null || ! command -v xdotool >/dev/null; then
    exec "$@"
fi
export QT_QPA_PLATFORM=xcb SEALIFT_TEST_X11=1
unset WAYLAND_DISPLAY
exec xvfb-run --auto-servernum --server-args='-screen 0 1600x1000x24 -nolisten tcp' "$@"
