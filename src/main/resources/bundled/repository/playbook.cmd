@echo off
rem Runs the playbook's command, which is kept in .playbook so that nothing has to be installed but Java.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
  echo playbook: Java 17 or newer is needed; for example from https://adoptium.net 1>&2
  exit /b 3
)
pushd "%~dp0"
"%java%" -Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.5 -jar .playbook\practice-playbook.jar %*
set "status=%errorlevel%"
popd
exit /b %status%
