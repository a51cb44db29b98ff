@echo off
rem Runs the program with the Java that lies beside it.
"%~dp0..\java\bin\java.exe" -Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=70 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.5 -jar "%~dp0..\practice-playbook.jar" %*
