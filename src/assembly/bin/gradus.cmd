@echo off
rem Starts gradus with the Java of JAVA_HOME, else with the one on the PATH. GRADUS_JAVA_OPTIONS are words for Java, such as -Xmx2g;
rem GRADUS_CLASSPATH has jars with rules, schedules or problems of your own.
rem Java 19 and later write what they want to know of our classes beside the jar, lib\startup.jsa, and start faster then.
setlocal
set "GRADUS_LIB=%~dp0..\lib"
set "GRADUS_WANTED=a JDK 17 or later is needed: install one and put it on the PATH, or give its folder in JAVA_HOME"
if defined JAVA_HOME goto named
for %%j in (java.exe) do set "GRADUS_BIN=%%~dp$PATH:j"
if defined GRADUS_BIN goto found
echo gradus: there is no java; %GRADUS_WANTED%>&2
exit /b 1
:named
set "GRADUS_BIN=%JAVA_HOME%\bin\"
if exist "%GRADUS_BIN%java.exe" goto found
echo gradus: JAVA_HOME is %JAVA_HOME%, where there is no bin\java.exe; %GRADUS_WANTED%>&2
exit /b 1
:found
if not exist "%GRADUS_BIN%..\release" goto modern
findstr /r /c:"^JAVA_VERSION=.1\." /c:"^JAVA_VERSION=.9" /c:"^JAVA_VERSION=.1[0-6]" "%GRADUS_BIN%..\release" >nul || goto modern
echo gradus: the Java in %GRADUS_BIN% is too old; %GRADUS_WANTED%>&2
exit /b 1
:modern
rem A command of a second needs no optimizing compiler; products of matrices want the Vector API, and trainings say so on standard error.
set "GRADUS_FLAGS=--add-modules jdk.incubator.vector"
for %%c in (explain book completion --version -V --help -h) do if "%~1"=="%%c" set "GRADUS_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%c in (trace diff) do if "%~1"=="%%c" set "GRADUS_FLAGS=-XX:+UseSerialGC"
for %%c in (duel compare sweep reproduce figures) do if "%~1"=="%%c" set "GRADUS_FLAGS=%GRADUS_FLAGS% -XX:+UseParallelGC"
rem Such a file is of no use to a Java with another module.
set GRADUS_ARCHIVE=-XX:+IgnoreUnrecognizedVMOptions -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%GRADUS_LIB%\startup.jsa" -Xlog:disable -Xlog:all=error:stderr
if "%GRADUS_FLAGS:~0,5%"=="--add" set GRADUS_ARCHIVE=
"%GRADUS_BIN%java.exe" %GRADUS_FLAGS% %GRADUS_ARCHIVE% %GRADUS_JAVA_OPTIONS% ^
    -cp "%GRADUS_LIB%\gradus.jar;%GRADUS_CLASSPATH%" org.gradus.cli.Main %*
exit /b %ERRORLEVEL%
