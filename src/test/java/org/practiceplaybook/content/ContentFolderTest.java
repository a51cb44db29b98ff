package org.practiceplaybook.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.fixture.English;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.work.MachineRefused;

/** What the content folder is made of, and what is said of files that do not fit. */
class ContentFolderTest {
    private static final String PRACTICE = "---\ntitle: A\nsummary: B.\n---\n";

    @TempDir
    Path root;

    private ReadFolder folder() {
        return new ReadFolder(root);
    }

    @Test
    void aMissingFolderIsSaidSo() {
        assertThatThrownBy(() -> new ReadFolder(root.resolve("none")).read())
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("could not read")
                .hasMessageContaining("it is not there");
    }

    @Test
    void anEmptyFolderIsAnEmptyPlaybook() {
        Content content = folder().read();

        assertThat(content.settings()).isEqualTo(PlaybookSettings.DEFAULT);
        assertThat(content.practices()).isEmpty();
        assertThat(content.diagnostics()).isEmpty();
    }

    @Test
    void theFolderIsTheTypeAndTheFileNameTheSlug() throws IOException {
        Content content = folder().with("practices/know-your-role.md", PRACTICE)
                .with("attempts/a-try.md", "---\ntitle: A\npractices: [x]\nresult: mixed\nlesson: L.\n---\n")
                .with("pathways/start.md", "---\ntitle: A\nsummary: B.\nsteps: [x, y]\n---\n")
                .with("pages/handbook/README.md", "# Handbook\n")
                .with("pages/handbook/deep/er/page.markdown", "no heading\n")
                .with("pages/about.md", "---\ntitle: About\norder: 3\n---\n")
                .with("practices/README.md", "for people on the repository's host")
                .with("practices/_template.md", "---\ntitle: [Title here]\n---\n")
                .with("CONTRIBUTING.md", "hello")
                .with(".git/config", "x")
                .with("practices/.hidden.md", "x")
                .with("pages/img/a.png", new byte[] {1})
                .read();

        assertThat(content.diagnostics()).isEmpty();
        assertThat(content.practices()).extracting(Practice::slug).containsExactly("know-your-role");
        assertThat(content.attempts()).extracting(Attempt::slug).containsExactly("a-try");
        assertThat(content.pathways()).extracting(Pathway::slug).containsExactly("start");
        assertThat(content.pages())
                .extracting(page -> page.slug() + " = " + page.title().value())
                .containsExactly("about = About", "handbook/index = Handbook", "handbook/deep/er/page = Page");
        assertThat(content.pages()).extracting(Page::folder).containsExactly("", "handbook", "handbook/deep/er");
        assertThat(content.pages()).extracting(Page::isIndex).containsExactly(false, true, false);
        assertThat(content.pages().get(0).order()).isEqualTo(3);
        assertThat(content.assets()).extracting(ContentAsset::path).containsExactly("pages/img/a.png");
    }

    @Test
    void twoFilesOfOneAddressAreAnErrorAndNeitherIsLost() throws IOException {
        Content content = folder().with("practices/Pause.md", PRACTICE)
                .with("practices/pause.md", PRACTICE)
                .with("practices/pause.markdown", PRACTICE)
                .read();
        assumeTrue(content.practices().size() == 3, "this disk does not tell capitals from small letters");

        assertThat(content.practices())
                .extracting(Practice::slug)
                .containsExactlyInAnyOrder("pause", "pause-2", "pause-3");
        assertThat(ReadFolder.findings(content))
                .filteredOn(line -> line.startsWith("error"))
                .containsExactly(
                        "error slug-twice practices/Pause.md:1:1 practices/pause.markdown has the address \"pause\" already",
                        "error slug-twice practices/pause.md:1:1 practices/pause.markdown has the address \"pause\" already");
    }

    @Test
    void kindsDoNotShareAddresses() throws IOException {
        Content content = folder().with("practices/pause.md", PRACTICE)
                .with("pages/pause.md", "# Pause\n")
                .with("pathways/pause.md", "---\ntitle: A\nsummary: B.\nsteps: [x, y]\n---\n")
                .read();

        assertThat(content.diagnostics()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameThatIsNotUtf8IsToldAndTheRestIsRead() throws Exception {
        ReadFolder files = folder().with("practices/pause.md", PRACTICE);
        String command = "cp practices/pause.md \"practices/$(printf 'bad\\377')\".md";
        assertThat(new ProcessBuilder("sh", "-c", command)
                        .directory(root.toFile())
                        .start()
                        .waitFor())
                .isZero();
        Content content = files.read();
        assertThat(content.practices()).extracting(Practice::slug).containsExactly("pause");
        assertThat(content.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("the name of this file or its folder is not written in UTF-8");
    }

    @Test
    void aFileThatIsNotUtf8IsStillReadAndSaidSo() throws IOException {
        byte[] latin = "---\ntitle: Caf\u00e9\nsummary: \u201eB\u201c.\n---\nna\u00efve\n".getBytes("windows-1252");
        Content content = folder().with("practices/cafe.md", latin).read();

        assertThat(ReadFolder.findings(content))
                .contains("error not-utf8 practices/cafe.md:2:11 this file is not in UTF-8");
        assertThat(content.practices().get(0).title().value()).isEqualTo("Café");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        Content content = folder().with("practices/a.md", "\uFEFF" + PRACTICE).read();

        assertThat(content.diagnostics()).extracting(d -> d.code()).containsExactly("byte-order-mark");
        assertThat(content.practices().get(0).title().value()).isEqualTo("A");
    }

    @Test
    void windowsLineEndsChangeNothing() throws IOException {
        Content content = folder().with(
                        "practices/a.md",
                        "---\r\ntitle: A\r\nsummary: B.\r\nrole: x\r\n---\r\n\r\n## Steps\r\n\r\n- one (5 min)\r\n")
                .read();

        assertThat(ReadFolder.findings(content))
                .containsExactly("advice unknown-key practices/a.md:4:1 the playbook has no field called \"role\"");
        assertThat(Agenda.of(Section.of(content.practices().get(0).body(), English.SECTIONS))
                        .minutes())
                .isEqualTo(5);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "practice/a.md, did you mean the folder practices/?",
        "Practices/a.md, did you mean the folder practices/?",
        "notes.md, 'put it into practices/, attempts/, pathways/ or pages/'",
        "somewhere/else.md, 'put it into practices/, attempts/, pathways/ or pages/'",
        "taxonomy/old/roles.yml, 'a vocabulary is a file in taxonomy/ called by its key and .yml, such as roles.yml'",
        "settings.yml, 'put it into practices/, attempts/, pathways/ or pages/'",
    })
    void aFileInTheWrongPlaceIsPointedOut(String path, String remedy) throws IOException {
        Content content = folder().with(path, PRACTICE).read();

        assertThat(ReadFolder.findings(content))
                .containsExactly("advice misplaced " + path + ":1:1 the playbook reads nothing from here");
        assertThat(content.diagnostics().get(0).remedy()).isEqualTo(remedy);
    }

    @Test
    void aFileNameThatIsNoSlugGetsOne() throws IOException {
        Content content = folder().with("practices/Know Your Role.md", PRACTICE).read();

        assertThat(content.practices().get(0).slug()).isEqualTo("know-your-role");
        assertThat(ReadFolder.findings(content))
                .containsExactly("advice file-name practices/Know Your Role.md:1:1"
                        + " the file is called \"Know Your Role\", its address will be \"know-your-role\"");
    }

    @Test
    void linksOnDiskAreNotFollowed() throws IOException {
        Path outside = Files.createTempDirectory(root.getParent(), "outside");
        Files.writeString(outside.resolve("secret.md"), PRACTICE);
        Files.createDirectories(root.resolve("practices"));
        Files.createSymbolicLink(root.resolve("practices/secret.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(root.resolve("pages"), outside);
        Files.createSymbolicLink(root.resolve("playbook.yml"), outside.resolve("secret.md"));

        Content content = folder().read();

        assertThat(content.practices()).isEmpty();
        assertThat(content.pages()).isEmpty();
        assertThat(content.settings()).isEqualTo(PlaybookSettings.DEFAULT);
    }

    @Test
    void theLanguageOfTheSettingsSetsQuotationMarks() throws IOException {
        Content content = folder().with("playbook.yml", "name: Buch\nlanguage: de_AT\n")
                .with("practices/a.md", "---\ntitle: Das \"Wort\"\nsummary: B.\n---\n")
                .read();

        assertThat(content.settings().language()).isEqualTo("de-AT");
        assertThat(content.practices().get(0).title().value()).isEqualTo("Das „Wort“");
    }

    @Test
    void anyBytesGiveFindingsAndNeverAFailure() throws IOException {
        Random random = new Random(31);
        List<String> paths = List.of(
                "practices/a.md",
                "attempts/a.md",
                "pathways/a.md",
                "pages/a.md",
                "taxonomy/roles.yml",
                "glossary.yml",
                "playbook.yml",
                "pages/a.svg",
                "pages/a.png",
                "pages/a.jpg",
                "pages/a.gif",
                "pages/a.webp");
        String[] pieces = {
            "---\n",
            "title: ",
            "summary: ",
            "practices: ",
            "steps:\n",
            "  - practice: ",
            "sources:\n  - ",
            "url: ",
            "time: ",
            "group: ",
            "related: ",
            "{a: b}",
            "[a, b]",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "a",
            "é",
            "😀",
            "\n",
            "\r\n",
            "\t",
            "  ",
            ": ",
            "- ",
            "x y",
            "1-2 h",
            "## Steps\n",
            "# T\n",
            "**b**",
            "[l](u)",
            "<b>",
            "<script>",
            "|a|\n",
            "&a",
            "*a",
            "!t ",
            "\0",
            "\u0007",
            "\uFEFF",
            "name: ",
            "definition: ",
            "roles:",
            "leverage: x, y",
            "state: ",
            "2026-05",
            "null",
            "~",
            "<svg xmlns='x'>",
            "<a href='x'/>",
            "</svg>",
            "language: ",
            "result: ",
            "why: ",
            "means: ",
            "see: ",
            "aka: ",
            "when: "
        };
        byte[][] heads = {
            {},
            {(byte) 0x89, 'P', 'N', 'G'},
            {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "RIFF....WEBPVP8X".getBytes(StandardCharsets.US_ASCII)
        };
        for (int run = 0; run < 400; run++) {
            for (String path : paths) {
                StringBuilder text = new StringBuilder(random.nextBoolean() ? "---\n" : "");
                for (int i = random.nextInt(40); i > 0; i--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                if (random.nextInt(4) == 0) {
                    bytes = new byte[random.nextInt(80)];
                    random.nextBytes(bytes);
                    byte[] head = heads[random.nextInt(heads.length)];
                    System.arraycopy(head, 0, bytes, 0, Math.min(head.length, bytes.length));
                } else if (random.nextInt(4) == 0 && bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                folder().with(path, bytes);
            }
            Content content;
            try {
                content = folder().read();
            } catch (RuntimeException e) {
                Path kept = Files.createTempDirectory("playbook-failed");
                for (String path : paths) {
                    Files.copy(root.resolve(path), kept.resolve(path.replace('/', '-')));
                }
                throw new AssertionError("see " + kept, e);
            }
            content.diagnostics().forEach(d -> {
                assertThat(d.place().span().end())
                        .isLessThanOrEqualTo(d.place().file().text().length());
                assertThat(d.message()).isNotEmpty();
                d.edit().ifPresent(edit -> edit.corrected(d.place().file()));
            });
        }
    }
}
