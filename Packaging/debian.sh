#!/bin/sh
# Unpacks packages of another release of Debian into FOLDER. The machine's own sources and packages stay as they are; fails where it has
# no mirror of Debian.
#
# usage: Packaging/debian.sh RELEASE FOLDER PACKAGE...
set -eu

release=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
shift 2

mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)*\([^ ]*\) .*/\2/p' | grep '/debian/*$' | head -n 1)
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -n "$mirror" ] && [ -e "$keys" ] || { printf '%s\n' 'debian: apt has no mirror of Debian here' >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/archives/partial"
printf 'deb [signed-by=%s] %s %s main\n' "$keys" "$mirror" "$release" >"$work/sources.list"
# Each with the release, in place of the words given.
for package; do
    shift
    set -- "$@" "$package/$release"
done
ask() {
    apt-get -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists" \
        -o "Dir::Cache=$work" -o APT::Sandbox::User= -o Acquire::Languages=none "$@" >>"$work/log" 2>&1
}
cd "$work"
{ ask update && ask download "$@"; } || { cat "$work/log" >&2; exit 1; }
for package in ./*.deb; do dpkg-deb -x "$package" "$folder"; done
