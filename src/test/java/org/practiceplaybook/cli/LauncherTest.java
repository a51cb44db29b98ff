package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.upgrade.JarCache;
import org.practiceplaybook.upgrade.Program;

/** The launcher of a new playbook, run by a real shell: the program is fetched once, proven, and kept. */
class LauncherTest {
    @TempDir
    Path scratch;

    private Path folder;
    private Path jar;
    private Path mirror;
    private final Map<String, String> environment = new HashMap<>();

    private record Said(int status, String text) {}

    @BeforeEach
    void aPlaybookOfAnotherMachine() throws IOException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).isTrue();
        folder = scratch.resolve("our playbook é");
        jar = new OtherVersion("1.2.3").jar(scratch.resolve("a mirror/1.2.3/practice-playbook.jar"));
        mirror = scratch.resolve("a mirror");
        environment.put("CI", "true");
        environment.put("PLAYBOOK_CACHE", scratch.resolve("a cache").toString());
        init("http://127.0.0.1:1/releases/download");
    }

    private void init(String address) {
        Bundled.repository("en").forEach((path, bytes) -> Run.write(folder, path, bytes));
        named(new Program("1.2.3", OtherVersion.sum(jar))
                .file(Optional.of(address).filter(said -> !said.isEmpty())));
    }

    private void named(String text) {
        Run.write(folder, Program.FILE, text);
    }

    private Said run(String... words) {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", folder.resolve("playbook").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(scratch.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PLAYBOOK_") || name.startsWith("XDG_"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> cached() throws IOException {
        Path cache = scratch.resolve("a cache");
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".seen"))
                    .toList();
        }
    }

    private Path inCache() {
        return new JarCache(scratch.resolve("a cache")).place(OtherVersion.sum(jar));
    }

    @Test
    void itIsFetchedOnceAndRunsWithoutANetworkAfterwards() throws IOException {
        environment.put("PLAYBOOK_MIRROR", mirror.toUri().toString());
        assertThat(run("check", "a b"))
                .isEqualTo(new Said(0, "Fetching the playbook's program, version 1.2.3 (once) …\nasked: check|a b\n"));
        assertThat(cached()).containsExactly(inCache());
        environment.remove("PLAYBOOK_MIRROR");
        assertThat(run("build")).isEqualTo(new Said(0, "asked: build\n"));
    }

    @Test
    void aFolderWillDoForAMirror() {
        environment.put("PLAYBOOK_MIRROR", mirror.toString());
        assertThat(run("build").status()).isZero();
    }

    @Test
    void theAddressInTheFileLeadsToIt() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        byte[] bytes = Files.readAllBytes(jar);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/releases/download/1.2.3/practice-playbook.jar", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            init("http://127.0.0.1:" + server.getAddress().getPort() + "/releases/download");
            List<CompletableFuture<Said>> both = Stream.of("one", "two")
                    .map(word -> CompletableFuture.supplyAsync(() -> run(word)))
                    .toList();
            both.forEach(said -> assertThat(said.join().text()).contains("asked: "));
            run("three");
        } finally {
            server.stop(0);
        }
        assertThat(asked.get()).as("two at once may both fetch it").isBetween(1, 2);
        assertThat(cached()).containsExactly(inCache());
    }

    @Test
    void whatIsNotTheProgramNeverRunsAndIsNotKept() throws IOException {
        Files.write(jar, "another file".getBytes(StandardCharsets.UTF_8));
        environment.put("PLAYBOOK_MIRROR", mirror.toString());
        Said said = run("build");
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.text())
                .contains("thrown away", "SHA-256 of what came: " + OtherVersion.sum(jar), "SHA-256 in the file:")
                .doesNotContain("asked");
        assertThat(cached()).isEmpty();
    }

    @Test
    void withoutANetworkItSaysWhatToDo() throws IOException {
        Said said = run("build");
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.text())
                .contains(
                        "could not be fetched from",
                        "http://127.0.0.1:1/releases/download/1.2.3/practice-playbook.jar",
                        "put it at .playbook/practice-playbook-1.2.3.jar",
                        "PLAYBOOK_MIRROR");
        assertThat(cached()).isEmpty();
        // and that helps
        Files.copy(jar, folder.resolve(".playbook/practice-playbook-1.2.3.jar"));
        assertThat(run("build")).isEqualTo(new Said(0, "asked: build\n"));
    }

    @Test
    void whatWasNeverReleasedIsTold() throws IOException {
        init("");
        assertThat(run("build").text()).contains("names no address", "never released", "upgrade --vendored");
    }

    @Test
    void theJarInTheRepositoryGoesFirstAndHasToBeTheRightOne() throws IOException {
        Path own = folder.resolve(".playbook/practice-playbook-1.2.3.jar");
        Files.copy(jar, own);
        assertThat(run("build")).isEqualTo(new Said(0, "asked: build\n"));
        assertThat(cached()).isEmpty();
        new OtherVersion("6.6.6").jar(own);
        Files.setLastModifiedTime(own, FileTime.fromMillis(System.currentTimeMillis() + 5000));
        Said said = run("build");
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.text())
                .contains("its SHA-256 is another", "git checkout")
                .doesNotContain("asked");
    }

    @Test
    void whereThingsAreKeptMayHaveBlanksInItsName() throws IOException {
        environment.put("CI", "");
        environment.put("PLAYBOOK_MIRROR", mirror.toString());
        for (int time = 1; time <= 2; time++) {
            assertThat(run("build", "two words").text()).endsWith("asked: build|two words\n");
        }
        assertThat(cached())
                .as("the archive of classes")
                .anyMatch(file -> file.toString().matches(".*start-\\d+\\.(jsa|aot)"));
    }

    @Test
    void aDamagedFileInTheCacheIsFetchedAgain() throws IOException {
        Run.write(inCache().getParent(), "practice-playbook.jar", "half of it");
        environment.put("PLAYBOOK_MIRROR", mirror.toString());
        assertThat(run("build").text()).endsWith("asked: build\n");
        assertThat(OtherVersion.sum(inCache())).isEqualTo(OtherVersion.sum(jar));
    }

    @Test
    void aFileThatNamesNoProgramIsTold() {
        for (String wrong : List.of(
                "", "program=1.2.3\n", "program=../../x sha256:" + "a".repeat(64) + "\n", "program=1 sha256:xyz")) {
            named(wrong);
            Said said = run("build");
            assertThat(said.status()).as(wrong).isEqualTo(3);
            assertThat(said.text()).contains("does not say which program", "git checkout");
        }
        environment.put("PLAYBOOK_MIRROR", mirror.toString());
        named("program=1.2.3 sha256:" + OtherVersion.sum(jar) + "\r\naddress=\r\n");
        assertThat(run("build").status()).as("with the line ends of Windows").isZero();
    }

    @Test
    void theProgramLooksInTheSamePlaceAsTheLauncher() throws IOException {
        Path home = Files.createDirectories(scratch.resolve("home"));
        for (Map<String, String> set : List.of(
                Map.of("PLAYBOOK_CACHE", scratch.resolve("one").toString()),
                Map.of("XDG_CACHE_HOME", scratch.resolve("two").toString()),
                Map.of("XDG_CACHE_HOME", "not/absolute"),
                Map.<String, String>of())) {
            environment.remove("PLAYBOOK_CACHE");
            environment.remove("XDG_CACHE_HOME");
            environment.putAll(set);
            environment.put("HOME", home.toString());
            environment.put("PLAYBOOK_MIRROR", mirror.toString());
            assertThat(run("build").text()).endsWith("asked: build\n");
            assertThat(JarCache.of(set::get, home).find(OtherVersion.sum(jar)))
                    .as(set.toString())
                    .isPresent();
        }
        Files.createDirectories(home.resolve("Library/Caches"));
        environment.remove("XDG_CACHE_HOME");
        run("build");
        assertThat(JarCache.of(Map.<String, String>of()::get, home).find(OtherVersion.sum(jar)))
                .isPresent()
                .hasValueSatisfying(place -> assertThat(place).startsWithRaw(home.resolve("Library/Caches")));
    }

    @Test
    void theWrapperIsSmall() throws IOException {
        long size = 0;
        try (Stream<Path> files = Stream.concat(
                Files.walk(folder.resolve(".playbook")),
                Stream.of("playbook", "playbook.cmd").map(folder::resolve))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        assertThat(size).isLessThan(40_000);
    }

    /** There is no Windows here, so its launcher is read. */
    @Test
    void theLauncherOfWindowsIsWhole() {
        String cmd = Run.read(folder, "playbook.cmd");
        assertThat(cmd.split("(?<!\r)\n"))
                .as("lines end as Windows finds labels in them")
                .hasSize(1);
        List<String> labels = cmd.lines()
                .filter(line -> line.matches(":\\w+"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(labels).contains("start", "refused", "sumof").doesNotHaveDuplicates();
        Stream.of("goto (\\w+)", "call :(\\w+)")
                .forEach(pattern -> Pattern.compile(pattern)
                        .matcher(cmd)
                        .results()
                        .forEach(found -> assertThat(labels).contains(found.group(1))));
        assertThat(cmd)
                .contains("PLAYBOOK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA", "PLAYBOOK_MIRROR")
                .contains("certutil -hashfile", "program.properties", "practice-playbook-%version%.jar", "exit /b 3")
                .contains("%version%/practice-playbook.jar");
        int depth = 0;
        for (String line : cmd.lines().toList()) {
            String plain = line.startsWith("rem ") ? "" : line.replaceAll("\"[^\"]*\"|'[^']*'|\\^.", "");
            depth += (int) plain.chars().filter(c -> c == '(').count()
                    - (int) plain.chars().filter(c -> c == ')').count();
            assertThat(depth).as(line).isBetween(0, 2);
        }
        assertThat(depth).isZero();
        Map<String, String> compared = new TreeMap<>();
        cmd.lines().filter(line -> line.contains("==\"%sum%\"")).forEach(line -> compared.put(line, ""));
        assertThat(compared)
                .as("in the repository, in the cache, and what came")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(cmd.lines().filter(line -> line.contains(" -jar ")).toList())
                .as("nothing of the file is read after the program has run")
                .hasSize(1)
                .allMatch(line -> line.endsWith("exit /b %%status%%"));
    }
}
