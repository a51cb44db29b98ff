@echo off
rem Runs the playbook's command. Nothing has to be installed but Java: the program that .playbook\program.properties names is
rem fetched once, kept in the user's cache, and runs only if its SHA-256 is the one in that file.
setlocal EnableExtensions DisableDelayedExpansion
pushd "%~dp0"

set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo playbook: Java 17 or newer is needed; for example from https://adoptium.net 1>&2
  goto refused
)

set "file=.playbook\program.properties"
set "program="
set "address="
set "version="
set "sum="
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%file%") do (
  if "%%a"=="program" set "program=%%b"
  if "%%a"=="address" set "address=%%b"
)
if defined program for /f "tokens=1,2" %%a in ("%program%") do (
  set "version=%%a"
  set "sum=%%b"
)
if defined sum set "sum=%sum:sha256:=%"
if not defined sum (
  echo playbook: %file% does not say which program this playbook uses. Bring the file back from the repository: git checkout .playbook - or, where it waits for its first program, run upgrade --apply of a practice-playbook.jar 1>&2
  goto refused
)

rem In the repository, put there by --vendored?
set "jar=.playbook\practice-playbook-%version%.jar"
if exist "%jar%" (
  call :sumof "%jar%"
  goto vendored
)

rem The same places as the program's own class JarCache.
set "cache=%PLAYBOOK_CACHE%"
if not defined cache if defined XDG_CACHE_HOME set "cache=%XDG_CACHE_HOME%\practice-playbook"
if not defined cache if defined LOCALAPPDATA set "cache=%LOCALAPPDATA%\practice-playbook"
if not defined cache set "cache=%~dp0.playbook\cache"
set "kept=%cache%\%sum%"
set "jar=%kept%\practice-playbook.jar"
if exist "%jar%" call :sumof "%jar%"
if exist "%jar%" if "%found%"=="%sum%" goto start

set "from=%PLAYBOOK_MIRROR%"
if not defined from set "from=%address%"
if not defined from (
  echo playbook: the program, version %version%, is not on this machine, and %file% names no address to fetch it from: it was built from its sources and never released. 1>&2
  goto remedy
)
set "from=%from%/%version%/practice-playbook.jar"
if not exist "%kept%" mkdir "%kept%"
set "part=%kept%\part-%RANDOM%%RANDOM%"
echo Fetching the playbook's program, version %version% ^(once^) ... 1>&2
if "%from:://=%"=="%from%" (
  copy /b /y "%from:/=\%" "%part%" >nul
) else (
  where curl >nul 2>&1 && (curl -fsSL --retry 2 --connect-timeout 20 -o "%part%" "%from%") || powershell -NoProfile -Command "$ErrorActionPreference='Stop'; $ProgressPreference='SilentlyContinue'; [Net.ServicePointManager]::SecurityProtocol=[Net.SecurityProtocolType]::Tls12; Invoke-WebRequest -UseBasicParsing -Uri $env:from -OutFile $env:part"
)
if not exist "%part%" (
  echo playbook: the program, version %version%, is not on this machine yet and could not be fetched from %from% 1>&2
  goto remedy
)
call :sumof "%part%"
if not "%found%"=="%sum%" (
  del "%part%"
  echo playbook: what came from %from% is not the program that %file% names, so it was thrown away. 1>&2
  echo   SHA-256 of what came: %found% 1>&2
  echo   SHA-256 in the file:  %sum% 1>&2
  goto refused
)
rem of two at once each puts the same file there, whole; where the other one's runs already, it stays
move /y "%part%" "%jar%" >nul 2>&1 || del "%part%"
goto start

:vendored
if not "%found%"=="%sum%" (
  echo playbook: %jar% is not the file that %file% names: its SHA-256 is another. Bring both back: git checkout .playbook 1>&2
  goto refused
)

:start
rem One line, for the command "upgrade" may replace this file while it runs.
"%java%" -Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.5 -jar "%jar%" %* & call set "status=%%errorlevel%%" & popd & call exit /b %%status%%

:remedy
echo Fetch it where there is a network and put it at .playbook\practice-playbook-%version%.jar, or set PLAYBOOK_MIRROR to the address or the folder of a copy. 1>&2
:refused
popd
exit /b 3

:sumof
rem the second line that certutil prints, without blanks
set "found="
for /f "skip=1 delims=" %%s in ('certutil -hashfile "%~1" SHA256') do if not defined found set "found=%%s"
if defined found set "found=%found: =%"
exit /b 0
