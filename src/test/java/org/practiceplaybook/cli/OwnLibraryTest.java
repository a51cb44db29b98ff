package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site's {@code library.json} holds the whole library: brought over and built again it gives the same site. */
class OwnLibraryTest {
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /** The starter's folder with its site, which tests take copies of. */
    @TempDir
    private static Path kept;

    @TempDir
    Path folder;

    private void builtStarter() {
        Path site = kept.resolve("one");
        if (!Files.exists(site)) {
            starter();
            build("one");
            copy(folder.resolve("one"), site);
        } else {
            copy(site, folder.resolve("one"));
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void starter() {
        assertThat(Run.in(folder, "init", "one").status()).isZero();
        try {
            // the days of changes are git's, and no library holds them
            Files.move(folder.resolve("one/.git"), folder.resolve("history"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build(String name) {
        Run run = Run.in(folder, "build", "--content", name + "/content", "--output", name + "/site");
        assertThat(run.status()).as(run.err()).isZero();
    }

    private Run bring() {
        return Run.in(folder, "import", "one/site/library.json", "--content", "two/content", "--write");
    }

    private static Map<String, String> files(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString(),
                        Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return files;
    }

    private JsonObject library() {
        return JsonParser.parseString(Run.read(folder, "one/site/library.json")).getAsJsonObject();
    }

    private void write(JsonObject library) {
        Run.write(folder, "one/site/library.json", library.toString());
    }

    @Test
    void theStarterBroughtOverAndBuiltAgainIsTheSameSite() throws IOException {
        builtStarter();
        Run run = bring();
        assertThat(run.status()).as(run.err()).isZero();
        build("two");
        assertThat(files(folder.resolve("two/site"))).isEqualTo(files(folder.resolve("one/site")));
    }

    @Test
    void everySettingAndEveryOddFileNameComesOver() throws IOException {
        starter();
        Run.write(folder, "one/content/playbook.yml", """
                name: "Été: \\"naïve\\" & #1"
                tagline: 'It''s a "test", really'
                repository: https://github.com/example/odd
                edition: 2026.1
                review_after_months: 7
                licence: CC0
                accent: "#7a2048"
                logo: images/a logo.png
                font_text: Georgia
                menu: [practices, {to: https://example.org/, text: "Us, and [you]"}]
                footer:
                  - to: pages/about.md
                home: [challenges, featured]
                """);
        Run.write(folder, "one/content/images/a logo.png", PICTURE);
        Run.write(
                folder,
                "one/content/pages/Größe/readme.md",
                "# Size\r\n\r\nA [way](<../about.md>) and ![a dot](<../../images/a logo.png>).\r\n");
        Run.write(
                folder,
                "one/content/practices/Odd Name.markdown",
                "---\ntitle: \"Odd: name\"\nsummary: It \\ has 😀 signs.\ntime: 90 minutes\naka: [old-name]\n---\nSee"
                        + " [it][r] and [it][r].\n\n[r]: know-your-role.md \"x\"\n");
        build("one");
        assertThat(bring().status()).isZero();
        build("two");
        assertThat(files(folder.resolve("two/site"))).isEqualTo(files(folder.resolve("one/site")));
    }

    @Test
    void itIsAsItsSchemaSays() {
        builtStarter();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        var schema = registry.getSchema(Run.read(folder, "one/site/library.schema.json"), InputFormat.JSON);
        assertThat(schema.validate(Run.read(folder, "one/site/library.json"), InputFormat.JSON))
                .isEmpty();
        JsonObject broken = library();
        broken.getAsJsonArray("practices").get(0).getAsJsonObject().remove("body");
        broken.getAsJsonArray("practices")
                .get(1)
                .getAsJsonObject()
                .getAsJsonObject("fields")
                .addProperty("tme", "5 min");
        assertThat(schema.validate(broken.toString(), InputFormat.JSON)).hasSize(2);
    }

    @Test
    void itTellsTheFactsOfAPracticeAndWhatBelongsToIt() {
        builtStarter();
        JsonObject practice = Stream.iterate(0, i -> i + 1)
                .limit(library().getAsJsonArray("practices").size())
                .map(i -> library().getAsJsonArray("practices").get(i).getAsJsonObject())
                .filter(one -> one.get("slug").getAsString().equals("know-your-role"))
                .findFirst()
                .orElseThrow();
        assertThat(practice.get("page").getAsString()).isEqualTo("practices/know-your-role.html");
        assertThat(practice.get("markdown").getAsString()).isEqualTo("practices/know-your-role.md");
        assertThat(practice.getAsJsonObject("fields").keySet())
                .contains("title", "summary", "challenges", "time", "related");
        assertThat(practice.getAsJsonArray("related")).isNotEmpty();
        assertThat(practice.get("frontMatter").getAsString()
                        + practice.get("body").getAsString())
                .isEqualTo(Run.read(folder, "one/content/practices/know-your-role.md"));
    }

    @Test
    void aDraftIsNotInIt() {
        starter();
        Run.write(
                folder,
                "one/content/practices/secret.md",
                "---\ntitle: Secret plan\nsummary: Not yet.\nstate: draft\n---\nText.\n");
        build("one");
        assertThat(Run.read(folder, "one/site/library.json")).doesNotContain("Secret plan");
        assertThat(folder.resolve("one/site/practices/secret.md")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../practices/evil.md",
                "/practices/evil.md",
                "practices/../../evil.md",
                "practices/.evil.md",
                "practices\\evil.md",
                "C:/practices/evil.md",
                "evil.md",
                ".git/config",
                "practices/evil.sh",
                "practices//evil.md",
                ""
            })
    void aPathThatIsNoneOfAContentFolderIsLeftOut(String path) throws IOException {
        builtStarter();
        JsonObject library = library();
        JsonObject evil = library.getAsJsonArray("practices").get(0).getAsJsonObject();
        int files = library.getAsJsonArray("practices").size();
        evil.addProperty("file", path);
        write(library);
        Run run = bring();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("\"" + path + "\"");
        try (Stream<Path> practices = Files.list(folder.resolve("two/content/practices"))) {
            assertThat(practices).hasSize(files - 1);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains("evil"));
        }
    }

    @Test
    void aFileThatIsNotTheOneThatWasPublishedIsLeftOut() {
        starter();
        Run.write(folder, "one/content/pages/dot.png", PICTURE);
        Run.write(folder, "one/content/pages/dots.md", "# Dots\n\n![a dot](dot.png)\n");
        build("one");
        Run.write(folder, "one/site/files/pages/dot.png", new byte[] {1});
        Run run = bring();
        assertThat(run.out()).contains("\"pages/dot.png\": it was changed since library.json was written");
        assertThat(folder.resolve("two/content/pages/dot.png")).doesNotExist();
    }

    @Test
    void aFileOutsideTheSiteIsNotRead() throws IOException {
        starter();
        Run.write(folder, "secret.png", PICTURE);
        build("one");
        Files.createSymbolicLink(folder.resolve("one/site/linked.png"), folder.resolve("secret.png"));
        JsonObject library = library();
        JsonArray all = new JsonArray();
        for (String path : new String[] {"../../secret.png", "linked.png"}) {
            JsonObject file = new JsonObject();
            file.addProperty("file", "images/x.png");
            file.addProperty("path", path);
            file.addProperty("sha256", "");
            all.add(file);
        }
        library.add("files", all);
        write(library);
        assertThat(bring().status()).isZero();
        assertThat(folder.resolve("two/content/images/x.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"format\": 2}", "{\"format\": \"1\"}", "a: 1", "null"})
    void whatIsNoLibraryIsToldAndNothingIsWritten(String text) {
        Run.write(folder, "one/site/library.json", text);
        Run run = bring();
        assertThat(run.status()).isEqualTo(Exit.USAGE);
        assertThat(run.err()).contains("one/site/library.json is not the library of a playbook's site");
        assertThat(folder.resolve("two")).doesNotExist();
    }

    @Test
    void whatIsThereAlreadyIsLeftAsItIs() {
        builtStarter();
        Run.write(folder, "two/content/glossary.yml", "mine: {means: Mine.}\n");
        Run run = bring();
        assertThat(run.out()).contains("Were there already, and were left as they were:", "two/content/glossary.yml");
        assertThat(Run.read(folder, "two/content/glossary.yml")).startsWith("mine");
    }
}
