#!/usr/bin/env bash
# The finders of ./crewyard against made-up machines. Prints "ok NAME" or "not ok NAME: REASON" for each behaviour.
set -uo pipefail

script=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../../.." && pwd -P)/crewyard
bash=$(command -v bash)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A folder that looks like a JDK of a version.
jdk() {
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  printf '#!/bin/sh\n' >"$1/bin/javac"
  chmod +x "$1/bin/javac"
}

# A machine with nothing but the programs that every system has.
machine() {
  name=$1
  root=$work/$name
  mkdir -p "$root/home" "$root/tools"
  for tool in bash cat cksum cp curl dirname env find grep gzip head id ln ls mkdir mktemp mv readlink rm sed sha256sum \
    sha512sum shasum sort tail tar tr uname; do
    if command -v "$tool" >/dev/null; then
      ln -sf "$(command -v "$tool")" "$root/tools/$tool"
    fi
  done
  environment=("HOME=$root/home" "PATH=$root/tools" "CREWYARD_SYSTEM_ROOT=$root")
}

# Runs functions of the script on the machine: standard output and error together.
on_machine() {
  env -i "${environment[@]}" "$@" "$bash" -c "source '$script'; $code" 2>&1
}

expect() {
  local wanted=$1 got=$2
  case $got in
    *"$wanted"*) echo "ok $name" ;;
    *) echo "not ok $name: expected \"$wanted\", got \"${got//$'\n'/ | }\"" ;;
  esac
}

# shellcheck disable=SC2016 # expanded on the machine
code='find_jdk && echo "$REPLY"'

machine takesJavaHomeWhenItIsRecent
jdk "$root/mine" 25.0.1
jdk "$root/usr/lib/jvm/other" 25
expect "$root/mine" "$(on_machine "JAVA_HOME=$root/mine")"

machine passesOverAnOldJavaHome
jdk "$root/old" 17.0.9
jdk "$root/usr/lib/jvm/temurin" 25.0.3
expect "$root/usr/lib/jvm/temurin" "$(on_machine "JAVA_HOME=$root/old")"

machine followsJavacOnThePath
jdk "$root/elsewhere/jdk" 26
ln -s "$root/elsewhere/jdk/bin/javac" "$root/tools/javac"
expect "$root/elsewhere/jdk" "$(on_machine)"

machine passesOverAnOldJavacOnThePath
jdk "$root/elsewhere/jdk" 1.8.0_402
ln -s "$root/elsewhere/jdk/bin/javac" "$root/tools/javac"
jdk "$root/opt/jdk" 25
expect "$root/opt/jdk" "$(on_machine)"

machine findsItWithoutJavaOnThePath
jdk "$root/usr/lib/jvm/java-17" 17.0.9
jdk "$root/usr/lib/jvm/java-25" 25
expect "$root/usr/lib/jvm/java-25" "$(on_machine)"

machine prefersTheOldestRecentOne
jdk "$root/opt/a" 27
jdk "$root/opt/b" 25
expect "$root/opt/b" "$(on_machine)"

machine findsMacFolders
jdk "$root/Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home" 25.0.1
expect "temurin-25.jdk/Contents/Home" "$(on_machine)"

machine findsSdkman
jdk "$root/home/.sdkman/candidates/java/25.0.1-tem" 25.0.1
expect "25.0.1-tem" "$(on_machine)"

machine findsItsOwn
jdk "$root/home/.cache/crewyard/jdk" 25.0.1
expect ".cache/crewyard/jdk" "$(on_machine)"

machine passesOverARuntimeWithoutCompiler
jdk "$root/opt/jre" 25
rm "$root/opt/jre/bin/javac"
expect "none" "$(code='find_jdk || echo none' on_machine)"

# An Adoptium of our own: the API's answer names an archive and its SHA-256.
archive() {
  jdk "$root/archive/jdk-25" 25.0.1
  mkdir -p "$root/served/assets/latest/25"
  tar -czf "$root/served/jdk.tar.gz" -C "$root/archive" jdk-25
  if [ -x "$root/tools/sha256sum" ]; then
    checksum=$(sha256sum "$root/served/jdk.tar.gz")
  else
    checksum=$(shasum -a 256 "$root/served/jdk.tar.gz")
  fi
  checksum=${checksum%% *}
}

# shellcheck disable=SC2016 # expanded on the machine
with_api='download() { case $1 in https:*) cp "$SERVED/api.json" "$2" ;; file:*) cp "${1#file://}" "$2" ;; esac; }
  install_temurin; find_jdk && echo "$REPLY"'
api_answer='[ { "binary": { "os": "linux", "installer": { "checksum": "%s", "link": "x.pkg" }, "package": { "checksum": "%s", "link": "file://%s", "name": "jdk.tar.gz" } } } ]'

machine installsTemurin
archive
# shellcheck disable=SC2059 # the format is ours
printf "$api_answer" "${checksum//[0-9]/0}" "$checksum" "$root/served/jdk.tar.gz" >"$root/served/api.json"
expect ".cache/crewyard/jdk" "$(code=$with_api on_machine "SERVED=$root/served")"

machine refusesAnArchiveWithAnotherChecksum
archive
# shellcheck disable=SC2059 # the format is ours
printf "$api_answer" "$checksum" "${checksum//[0-9]/0}" "$root/served/jdk.tar.gz" >"$root/served/api.json"
expect "it was not installed" "$(code=$with_api on_machine "SERVED=$root/served")"

machine saysWhenTheNetworkRefuses
expect "Adoptium's API cannot be reached" \
  "$(code='install_package() { return 1; }; install_jdk' on_machine "CREWYARD_ADOPTIUM=http://127.0.0.1:1")"

machine saysWhenMavenCannotBeFetched
expect "cannot be reached to fetch one; install Maven 3.8 or newer" \
  "$(code='install_package() { return 1; }; use_maven' on_machine "CREWYARD_MAVEN_ARCHIVES=http://127.0.0.1:1")"

machine refusesAnotherMaven
mkdir -p "$root/served/3.9.11/binaries"
echo "not Maven" >"$root/served/3.9.11/binaries/apache-maven-3.9.11-bin.tar.gz"
expect "it was not installed" \
  "$(code='install_package() { return 1; }; use_maven' on_machine "CREWYARD_MAVEN_ARCHIVES=file://$root/served")"

# shellcheck disable=SC2016 # expanded on the machine
code='use_maven; echo "$MAVEN"'

machine takesMavenFromThePath
printf '#!/bin/sh\necho "Apache Maven 3.8.7"\n' >"$root/tools/mvn"
chmod +x "$root/tools/mvn"
expect "$root/tools/mvn" "$(on_machine)"

machine passesOverAnOldMaven
printf '#!/bin/sh\necho "Apache Maven 3.6.3"\n' >"$root/tools/mvn"
chmod +x "$root/tools/mvn"
mkdir -p "$root/home/.cache/crewyard/apache-maven-3.9.11/bin"
cp "$root/tools/mvn" "$root/home/.cache/crewyard/apache-maven-3.9.11/bin/mvn"
expect "apache-maven-3.9.11/bin/mvn" "$(on_machine)"

machine helpsWithoutJava
expect "./crewyard run [OPTIONS]" "$(env -i "${environment[@]}" "$bash" "$script" help run 2>&1)"

machine refusesAnUnknownCommand
expect 'There is no command "rnu"; ./crewyard help lists them.' "$(env -i "${environment[@]}" "$bash" "$script" rnu 2>&1)"
