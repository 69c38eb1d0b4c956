#!/bin/sh
# Prepares FOLDER for a program that runs on any Linux with glibc 2.31 or later and needs nothing else: static libraries, ICU's data
# cut to what is used, and the libraries of Debian 11 to link against, whose symbols every later version has.
#
# usage: Packaging/portable.sh FOLDER
#
# FOLDER gets: lib (archives, and the C library's shared objects), crt (what a program starts with), pkgconfig, icu.dat, and
# settings, which Package.swift and ./dev read.
set -eu

folder=$1
here=$(dirname "$0")
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
multiarch=$(gcc -print-multiarch)
archives=/usr/lib/$multiarch

say() { printf '%s\n' "portable: $*" >&2; }
stop() { say "$*"; exit 2; }

# Done before with the same rules and the same ICU?
made=$(cat "$0" "$here/icu-data.txt" "$archives/libicudata.a" "$archives/libicuuc.a" 2>/dev/null | cksum)
[ "$(cat "$folder/made" 2>/dev/null)" != "$made" ] || exit 0
rm -rf "$folder/made" "$folder/lib" "$folder/crt" "$folder/pkgconfig" "$folder/root"
mkdir -p "$folder/lib" "$folder/crt" "$folder/pkgconfig"

for name in icudata icuuc icui18n xxhash z zstd; do
    [ -e "$archives/lib$name.a" ] || stop "$archives/lib$name.a is missing: apt-get install libicu-dev libxxhash-dev zlib1g-dev libzstd-dev"
done
for name in icuuc icui18n xxhash z zstd; do cp "$archives/lib$name.a" "$folder/lib/"; done
cp "$(gcc -print-file-name=libstdc++.a)" "$folder/lib/"

# ICU's data, out of the archive.
symbol=$(nm "$archives/libicudata.a" 2>/dev/null | sed -n 's/.* R \(icudt[0-9]*_dat\)$/\1/p')
work=$(mktemp -d)
(cd "$work" && ar x "$archives/libicudata.a" && objcopy -O binary -j .rodata ./*.o "${symbol%_dat}l.dat")
patterns=$(sed -e '/^#/d' -e '/^$/d' -e 's/[.]/\\./g' -e 's/\*/.*/g' -e 's/.*/^&$/' "$here/icu-data.txt")
icupkg -l "$work/${symbol%_dat}l.dat" | grep -v -e "$patterns" >"$work/dropped.txt"
# The entries are named after the file.
mkdir "$work/cut"
icupkg -r "$work/dropped.txt" "$work/${symbol%_dat}l.dat" "$work/cut/${symbol%_dat}l.dat"
mv "$work/cut/${symbol%_dat}l.dat" "$folder/icu.dat"
rm -rf "$work"

# The data of the ICU inside Foundation.
runtime=$(dirname "$(dirname "$(command -v swiftc)")")/lib/swift_static/linux
[ -d "$runtime" ] || runtime=$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/swift_static/linux
foundation=$(nm "$runtime/lib_FoundationICU.a" 2>/dev/null | sed -n 's/.* R \(icudt[0-9]*_dat\)$/\1/p')
[ -n "$foundation" ] || stop "there is no static Foundation in $runtime"

if sh "$here/debian.sh" bullseye "$folder/root" libc6 libc6-dev libgcc-s1; then
    root=$folder/root
    for name in libm.so.6 libpthread.so.0 libdl.so.2 librt.so.1 libgcc_s.so.1; do
        ln -s "$root/lib/$multiarch/$name" "$folder/lib/${name%%.so*}.so"
    done
    # Nothing of it is called.
    ar rcs "$folder/lib/libutil.a"
    loader=$(readlink -f "$root/lib/$multiarch"/ld-linux*.so.*)
    printf 'GROUP ( %s %s AS_NEEDED ( %s ) )\n' "$root/lib/$multiarch/libc.so.6" \
        "$root/usr/lib/$multiarch/libc_nonshared.a" "$loader" >"$folder/lib/libc.so"
    cp "$root/usr/lib/$multiarch"/*crt1.o "$root/usr/lib/$multiarch"/crt[in].o "$folder/crt/"
else
    say "the C library of Debian 11 cannot be had here: the program will need the C library of this system, or a later one"
fi

package() { # NAME VERSION LIBS
    printf 'Name: %s\nDescription: static\nVersion: %s\nLibs: -L%s/lib %s\nCflags: -I/usr/include\n' "$1" "$2" "$folder" "$3" \
        >"$folder/pkgconfig/$1.pc"
}
package icu-uc "$(pkg-config --modversion icu-uc)" '-licui18n -licuuc -lstdc++'
package icu-i18n "$(pkg-config --modversion icu-i18n)" '-licui18n -licuuc -lstdc++'
package libxxhash "$(pkg-config --modversion libxxhash)" -lxxhash
package zlib "$(pkg-config --modversion zlib)" -lz
package libzstd "$(pkg-config --modversion libzstd)" -lzstd

# The last makes the build see that the data is another.
printf '%s\n%s\n%s\n' "$symbol" "$foundation" "$(cksum <"$folder/icu.dat" | cut -d' ' -f1)" >"$folder/settings"
printf '%s\n' "$made" >"$folder/made"
