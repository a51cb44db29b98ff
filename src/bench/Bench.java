import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds generated practices with the playbook and, beside it, with Hugo and Pagefind: the same Markdown files, the same
 * kinds of pages, one run, each in turn, so that a busy machine is busy for all.
 *
 * <p>{@code ./playbook bench [--pages 100,1000,10000] [--rounds 5] [--alone]}; with {@code --serve} it measures instead how
 * long after a save the served page is the new one. Needs bash; for the comparison Hugo (Debian's
 * package) and npm, which fetches Pagefind into {@code target/bench}. Times are medians; CPU is user and system together.
 *
 * <p>{@code ./playbook bench search --collections DIR} measures search beside other engines; see src/bench/README.md. Needs
 * Node 20, npm and Chromium.
 */
public class Bench {
    private static final int WORDS = 650;
    private static final String PAGEFIND = "1.6.0";
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final Path WORK = HERE.resolve("target/bench");

    public static void main(String[] args) throws Exception {
        List<String> options = Arrays.asList(args);
        if (!options.isEmpty() && options.get(0).equals("search")) {
            System.exit(search(options.subList(1, options.size())));
        }
        int rounds = Integer.parseInt(option(options, "--rounds", "5"));
        if (options.contains("--serve")) {
            for (String count : option(options, "--pages", "1000").split(",")) {
                serve(Integer.parseInt(count.strip()), Integer.parseInt(option(options, "--rounds", "50")));
            }
            return;
        }
        boolean alone = options.contains("--alone");
        Path pagefind = alone ? null : pagefind();
        for (String count : option(options, "--pages", "100,1000,10000").split(",")) {
            compare(Integer.parseInt(count.strip()), rounds, pagefind);
        }
    }

    /** Fetches the other engines when they are missing or another version is asked for, tries the measures, and measures. */
    private static int search(List<String> options) throws IOException, InterruptedException {
        Path sources = HERE.resolve("src/bench/search");
        Path wanted = sources.resolve("package.json");
        Path npm = Files.createDirectories(WORK.resolve("search/npm"));
        Path fetched = npm.resolve("package.json");
        if (!Files.exists(fetched) || Files.mismatch(wanted, fetched) >= 0) {
            Files.deleteIfExists(fetched);
            Path fresh = Files.createTempDirectory(WORK, "npm");
            Files.copy(wanted, fresh.resolve("package.json"));
            call(List.of("npm", "install", "--silent", "--no-package-lock", "--prefix", fresh.toString()));
            delete(npm);
            Files.move(fresh, npm);
        }
        call(List.of("npm", "test", "--silent", "--prefix", sources.toString()));
        List<String> command = new ArrayList<>(
                List.of("node", "--max-old-space-size=8192", sources.resolve("run.mjs").toString()));
        command.addAll(options);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void call(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(WORK, "call", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(said));
        }
        Files.delete(said);
    }

    private static String option(List<String> options, String name, String usual) {
        int at = options.indexOf(name);
        return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : usual;
    }

    private static void compare(int pages, int rounds, Path pagefind) throws Exception {
        Path content = generate(pages);
        Path hugo = hugoSite(content, pages);
        Path out = WORK.resolve("out-" + pages);
        delete(out);
        Files.createDirectories(out);
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        String stages = "";
        for (int round = 0; round < rounds; round++) {
            Run playbook = run(
                    HERE.resolve("playbook") + " build --quiet --times --content " + content + " --output "
                            + out.resolve("playbook-" + round),
                    HERE);
            stages = playbook.output;
            runs.computeIfAbsent("playbook", unused -> new ArrayList<>()).add(playbook);
            if (pagefind != null) {
                Path site = out.resolve("hugo-" + round);
                Run made = run("hugo --quiet --destination " + site, hugo);
                Run indexed = run(pagefind + " --site " + site, hugo);
                runs.computeIfAbsent("hugo", unused -> new ArrayList<>()).add(made);
                runs.computeIfAbsent("pagefind", unused -> new ArrayList<>()).add(indexed);
                runs.computeIfAbsent("hugo + pagefind", unused -> new ArrayList<>()).add(made.plus(indexed));
            }
        }
        System.out.printf("%n%d practices of %d words, %d rounds%n", pages, WORDS, rounds);
        System.out.printf("  %-18s %8s %8s %10s%n", "", "wall s", "CPU s", "memory MB");
        runs.forEach((name, list) -> System.out.printf(
                "  %-18s %8.2f %8.2f %10s%n", name, median(list, Run::wall), median(list, Run::cpu), memory(list)));
        if (pagefind != null) {
            List<Run> ours = runs.get("playbook");
            List<Run> theirs = runs.get("hugo + pagefind");
            System.out.printf(
                    "  %-18s %8.2f %8.2f%n",
                    "ratio",
                    median(ours, Run::wall) / median(theirs, Run::wall),
                    median(ours, Run::cpu) / median(theirs, Run::cpu));
        }
        System.out.println(stages.lines().map(line -> "  " + line).collect(Collectors.joining("\n")));
        delete(out);
    }

    /**
     * Saves a practice again and again, as editors do: into the file, and by another file that takes its name. Waits as a
     * browser does to be told, then asks for the page.
     */
    private static void serve(int pages, int rounds) throws Exception {
        Path content = WORK.resolve("serve-" + pages);
        delete(content);
        copy(generate(pages), content);
        int port = 4900;
        Process server = new ProcessBuilder(
                        HERE.resolve("playbook").toString(), "serve", "--content", content.toString(), "--port", "" + port)
                .redirectErrorStream(true)
                .redirectOutput(WORK.resolve("serve.txt").toFile())
                .start();
        try {
            String site = "http://localhost:" + port + "/";
            HttpClient http = HttpClient.newHttpClient();
            awaitServer(http, site, server);
            List<Double> told = new ArrayList<>();
            List<Double> shown = new ArrayList<>();
            List<Double> checked = new ArrayList<>();
            int warmUp = 20;
            for (int round = 0; round < warmUp + rounds; round++) {
                String name = slug(round * 37 % pages);
                Path file = content.resolve("practices/" + name + ".md");
                String page = get(http, site + "practices/" + name + ".html");
                String version = page.replaceAll("(?s).*data-version=\"(\\d+)\".*", "$1");
                String token = "&token=" + page.replaceAll("(?s).*data-token=\"(\\w+)\".*", "$1");
                CompletableFuture<HttpResponse<String>> change =
                        http.sendAsync(request(site + "-/changed.js?since=" + version + token), HttpResponse.BodyHandlers.ofString());
                Thread.sleep(150); // the former change has settled
                String marker = "changed in round " + round;
                String text = Files.readString(file) + "\n\nThis was " + marker + ".\n";
                long begun = System.nanoTime();
                save(file, text, round % 2 == 0);
                String answer = change.get().body();
                told.add((System.nanoTime() - begun) / 1e6);
                page = get(http, site + "practices/" + name + ".html");
                shown.add((System.nanoTime() - begun) / 1e6);
                if (!page.contains(marker)) {
                    throw new IllegalStateException("the page does not say: " + marker);
                }
                String now = answer.replaceAll("\\D", "");
                get(http, site + "-/notes.js?since=" + now + token + "&page=practices/" + name + ".html");
                checked.add((System.nanoTime() - begun) / 1e6);
            }
            System.out.printf("%n%d practices of %d words, %d saves, ms after the save%n", pages, WORDS, rounds);
            System.out.printf("  %-28s %8s %8s %8s%n", "", "median", "p95", "most");
            row("the browser is told", told.subList(warmUp, told.size()));
            row("the new page is there", shown.subList(warmUp, shown.size()));
            row("everything is checked", checked.subList(warmUp, checked.size()));
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            delete(content);
        }
    }

    private static void row(String name, List<Double> times) {
        double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
        System.out.printf(
                "  %-28s %8.1f %8.1f %8.1f%n",
                name, sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }

    private static void save(Path file, String text, boolean byRename) throws IOException {
        if (byRename) {
            Path other = file.resolveSibling("." + file.getFileName() + ".tmp");
            Files.writeString(other, text);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.writeString(file, text);
        }
    }

    private static void awaitServer(HttpClient http, String site, Process server) throws Exception {
        for (int i = 0; i < 300 && server.isAlive(); i++) {
            try {
                get(http, site);
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("the server did not start: " + Files.readString(WORK.resolve("serve.txt")));
    }

    private static HttpRequest request(String address) {
        // scripts are given to the server's own pages only
        return HttpRequest.newBuilder(URI.create(address)).header("Sec-Fetch-Site", "same-origin").build();
    }

    private static String get(HttpClient http, String address) throws IOException, InterruptedException {
        return http.send(request(address), HttpResponse.BodyHandlers.ofString()).body();
    }

    private record Run(double wall, double cpu, long memoryMb, String output) {
        Run plus(Run other) {
            return new Run(wall + other.wall, cpu + other.cpu, Math.max(memoryMb, other.memoryMb), "");
        }
    }

    private static double median(List<Run> runs, java.util.function.ToDoubleFunction<Run> value) {
        double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String memory(List<Run> runs) {
        return String.valueOf(runs.stream().mapToLong(Run::memoryMb).max().orElse(0));
    }

    /** Runs a command under bash, which says how much time it and its children took. */
    private static Run run(String command, Path folder) throws IOException, InterruptedException {
        Path output = Files.createTempFile(WORK, "run", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                "bash", "-c", "TIMEFORMAT='%R %U %S'; time " + command + " > " + output + " 2>/dev/null");
        builder.directory(folder.toFile());
        Process process = builder.start();
        long most = 0;
        while (process.isAlive()) {
            most = Math.max(most, process.descendants().mapToLong(Bench::residentMb).max().orElse(0));
            Thread.sleep(20);
        }
        String[] times = new String(process.getErrorStream().readAllBytes()).strip().split("\\s+");
        int last = times.length;
        String said = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue() + "\n" + said);
        }
        return new Run(
                Double.parseDouble(times[last - 3]),
                Double.parseDouble(times[last - 2]) + Double.parseDouble(times[last - 1]),
                most,
                said);
    }

    private static long residentMb(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // it is over, or this is no Linux
        }
    }

    private static Path pagefind() throws IOException, InterruptedException {
        Path npm = WORK.resolve("npm");
        Path binary = npm.resolve("node_modules/.bin/pagefind");
        if (!Files.exists(binary)) {
            Files.createDirectories(npm);
            Process install = new ProcessBuilder("npm", "install", "--silent", "--prefix", npm.toString(), "pagefind@" + PAGEFIND)
                    .inheritIO()
                    .start();
            if (install.waitFor() != 0) {
                throw new IllegalStateException("npm could not fetch pagefind; use --alone to measure the playbook by itself");
            }
        }
        return binary;
    }

    /** A playbook of practices whose words follow each other as in the starter content; the same on every machine. */
    private static Path generate(int pages) throws IOException {
        Path content = WORK.resolve("content-" + pages);
        Path practices = content.resolve("practices");
        if (Files.isDirectory(practices)) {
            return content;
        }
        Files.createDirectories(practices);
        copy(HERE.resolve("content/taxonomy"), content.resolve("taxonomy"));
        Files.copy(HERE.resolve("content/playbook.yml"), content.resolve("playbook.yml"), StandardCopyOption.REPLACE_EXISTING);
        Writer writer = new Writer(chain(), new SplittableRandom(20261101));
        for (int i = 0; i < pages; i++) {
            Files.writeString(practices.resolve(slug(i) + ".md"), writer.practice(i, pages));
        }
        return content;
    }

    private static String slug(int number) {
        return String.format("practice-%05d", number);
    }

    /** Which words follow a word in the starter content. */
    private static Map<String, List<String>> chain() throws IOException {
        Map<String, List<String>> chain = new HashMap<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(HERE.resolve("content"))) {
            files = walk.filter(path -> path.toString().endsWith(".md")).sorted().toList();
        }
        for (Path file : files) {
            String text = Files.readString(file).replaceAll("(?s)\\A---.*?\n---\n", "").replaceAll("\\]\\([^)]*\\)", "");
            String[] words = text.split("\\s+");
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].matches("[A-Za-z’',.;?]+") && words[i + 1].matches("[A-Za-z’',.;?]+")) {
                    chain.computeIfAbsent(words[i], unused -> new ArrayList<>()).add(words[i + 1]);
                }
            }
        }
        return chain;
    }

    private static final class Writer {
        private static final List<String> CHALLENGES = List.of(
                "doing-members-work", "panels-without-change", "too-much-too-little-time", "meeting-for-the-first-time",
                "different-expectations", "nobody-says-what-failed", "running-on-empty");
        private static final List<String> ROLES = List.of("network", "member", "partner", "facilitator", "leader");
        private static final List<String> PHASES = List.of("prepare", "gather", "act", "learn");
        private static final List<String> LEVERAGE =
                List.of("numbers", "buffers", "delays", "information-flows", "rules", "self-organisation", "goals", "mindset");

        private final Map<String, List<String>> chain;
        private final List<String> starts;
        private final SplittableRandom random;

        Writer(Map<String, List<String>> chain, SplittableRandom random) {
            this.chain = chain;
            this.starts = chain.keySet().stream()
                    .filter(word -> Character.isUpperCase(word.charAt(0)))
                    .sorted()
                    .toList();
            this.random = random;
        }

        String practice(int number, int pages) {
            StringBuilder text = new StringBuilder();
            text.append("---\ntitle: \"").append(words(4)).append(' ').append(number).append("\"\n");
            text.append("summary: \"").append(words(20)).append(".\"\n");
            text.append("challenges: [").append(one(CHALLENGES)).append("]\nroles: [").append(one(ROLES)).append("]\n");
            text.append("phases: [").append(one(PHASES)).append("]\nleverage: [").append(one(LEVERAGE)).append("]\n");
            text.append("time: 30-60 min\ngroup: 4-20\nreviewed: 2026-10\n---\n");
            for (String heading : List.of("When to use", "Why it works", "A story", "Variations")) {
                text.append("\n## ").append(heading).append("\n\n").append(paragraph(pages)).append("\n\n").append(paragraph(pages)).append('\n');
            }
            text.append("\n## What to do\n\n");
            for (int i = 1; i <= 6; i++) {
                text.append(i).append(". **").append(words(4)).append(".** ").append(words(10)).append(". (10 min)\n");
            }
            text.append("\n## Ask yourselves\n\n");
            for (int i = 0; i < 5; i++) {
                text.append("- ").append(words(9)).append("?\n");
            }
            return text.toString();
        }

        private String paragraph(int pages) {
            String[] words = words(WORDS / 9).split(" ");
            words[3] = "**" + words[3] + "**";
            words[12] = "*" + words[12] + "*";
            words[20] = "[" + words[20] + "](" + slug(random.nextInt(pages)) + ".md)";
            return String.join(" ", words) + ".";
        }

        private String words(int count) {
            List<String> words = new ArrayList<>();
            String word = one(starts);
            while (words.size() < count) {
                words.add(word.replaceAll("[.;?,]", ""));
                List<String> next = chain.get(word);
                word = next == null ? one(starts) : one(next);
            }
            return String.join(" ", words).replace("\"", "");
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    private static Path hugoSite(Path content, int pages) throws IOException {
        Path site = WORK.resolve("hugo-" + pages);
        if (!Files.isDirectory(site)) {
            copy(HERE.resolve("src/bench/hugo"), site);
            copy(content.resolve("practices"), site.resolve("content/practices"));
        }
        return site;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.sorted().toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException e) throws IOException {
                Files.delete(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private Bench() {}

}
