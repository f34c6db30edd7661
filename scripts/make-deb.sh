#!/bin/bash
# A .deb from release/linux-unpacked with Debian's own dpkg-deb (electron-builder would download fpm).
set -euo pipefail
cd "$(dirname "$0")/.."
name=xunzhi version=$1 dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
chmod 755 "$dir"
mkdir -p "$dir"/{DEBIAN,opt,usr/bin,usr/share/applications,usr/share/icons/hicolor/512x512/apps,usr/share/doc/$name}
cp -a release/linux-unpacked "$dir/opt/$name"
chmod -R u+rwX,go+rX,go-w "$dir/opt"
chmod 4755 "$dir/opt/$name/chrome-sandbox"
ln -s "/opt/$name/$name" "$dir/usr/bin/$name"
cp build/icon.png "$dir/usr/share/icons/hicolor/512x512/apps/$name.png"
if [ -f LICENSE ]; then cp LICENSE "$dir/usr/share/doc/$name/copyright"; fi
cat > "$dir/usr/share/applications/$name.desktop" <<D
[Desktop Entry]
Name=Xunzhi
Name[zh_CN]=巡质
Comment=Offline field inspection for quality supervision
Comment[zh_CN]=质量监督离线检查
Exec=/opt/$name/$name %U
Terminal=false
Type=Application
Icon=$name
StartupWMClass=Xunzhi
Categories=Office;
D
cat > "$dir/DEBIAN/control" <<D
Package: $name
Version: $version
Architecture: amd64
Maintainer: Xunzhi <xunzhi@example.invalid>
Installed-Size: $(du -sk "$dir/opt" | cut -f1)
Depends: libgtk-3-0, libnss3, libxss1, libxtst6, libatspi2.0-0, libgbm1, libasound2
Recommends: fonts-noto-cjk
Section: utils
Priority: optional
Description: offline field inspection for quality supervision
 Records product spot checks, visits and certification help without a network,
 and hands them on as signed, encrypted batches.
D
dpkg-deb --root-owner-group -Zxz -z1 --build "$dir" "release/${name}_${version}_amd64.deb"
