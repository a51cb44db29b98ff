@echo off
rem Runs the playbook's command. Builds it first when it is missing or older than its sources, and keeps an archive of
rem loaded classes beside it, with which Java starts in half the time.
setlocal EnableExtensions EnableDelayedExpansion

set "here=%~dp0"
if "%here:~-1%"=="\" set "here=%here:~0,-1%"
set "target=%here%\target"
set "jar=%target%\practice-playbook.jar"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo playbook: Java 17 or newer is needed 1>&2
  exit /b 3
)

if not defined PLAYBOOK_BUILT (
  set "stale="
  if not exist "%jar%" set "stale=yes"
  if not defined stale (
    for /f "delims=" %%s in ('powershell -NoProfile -Command "$j=(Get-Item -LiteralPath $env:jar).LastWriteTimeUtc; if (Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:here 'pom.xml'),(Join-Path $env:here 'src\main') | Where-Object { $_.LastWriteTimeUtc -gt $j } | Select-Object -First 1) { 'yes' }"') do set "stale=%%s"
  )
  if defined stale (
    echo Building the playbook command ^(once^) ... 1>&2
    pushd "%here%"
    call mvn -q -B -DskipTests -Dplaybook.site.skip=true package 1>&2
    if errorlevel 1 (
      popd
      exit /b 3
    )
    popd
  )
)

set "options=-XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.5 -XX:-UsePerfData -Dsun.reflect.inflationThreshold=10000 -Dfile.encoding=UTF-8"
set "version="
for /f "tokens=3" %%v in ('"%java%" -version 2^>^&1 ^| findstr /i version') do if not defined version set "version=%%~v"
set "archive=%target%\start-%version%.jsa"
for /f "delims=." %%m in ("%version%") do set "major=%%m"
if %major% GEQ 25 (
  set "archive=%target%\start-%version%.aot"
  set "use=-XX:AOTCache=!archive!"
  set "make=-XX:AOTCacheOutput=!archive!"
) else (
  set "use=-Xshare:auto -XX:SharedArchiveFile=!archive!"
  set "make=-XX:ArchiveClassesAtExit=!archive!"
)
if not exist "%archive%" (
  set "practice=%TEMP%\playbook-%RANDOM%%RANDOM%"
  set "PLAYBOOK_CACHE=!practice!\cache"
  "%java%" %options% -jar "%jar%" init "!practice!\p" >nul 2>&1
  "%java%" %options% "%make%" -jar "%jar%" build --content "!practice!\p\content" --output "!practice!\site" >nul 2>&1
  rmdir /s /q "!practice!" >nul 2>&1
  set "PLAYBOOK_CACHE=%PLAYBOOK_CACHE%"
)
if not exist "%archive%" set "use="

"%java%" %options% %use% -jar "%jar%" %*
exit /b %ERRORLEVEL%
