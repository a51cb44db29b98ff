package org.practiceplaybook.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.work.MachineRefused;
import org.practiceplaybook.work.Workers;

/** Whatever happens on the way, readers find a whole site, and nobody's files are lost. */
class SiteFolderTest {
    private static final Workers WORKERS = new Workers(3);

    @TempDir
    Path temp;

    private Path root;

    @BeforeEach
    void begin() {
        root = temp.resolve("some").resolve("site");
    }

    @Test
    void aNewFolderHoldsThePublicationAndAListOfIt() throws IOException {
        assertThat(write("index.html", "a", "practices/p.html", "b", "assets/site.css", "c"))
                .isEqualTo(new SiteFolder.Result(3, 0, 0));
        assertThat(files()).containsExactly(".playbook-files", "assets/site.css", "index.html", "practices/p.html");
        assertThat(Files.readString(root.resolve("practices/p.html"))).isEqualTo("b");
        assertThat(Files.readAllLines(root.resolve(SiteFolder.LIST)))
                .containsExactly(
                        "# Files that Practice Playbook wrote here. It deletes no others.",
                        "assets/site.css",
                        "index.html",
                        "practices/p.html");
    }

    @Test
    void onlyWhatChangedIsWritten() throws IOException {
        write("index.html", "a", "b.html", "b");
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        for (String file : List.of("index.html", "b.html", SiteFolder.LIST)) {
            Files.setLastModifiedTime(root.resolve(file), longAgo);
        }
        assertThat(write("index.html", "a", "b.html", "B")).isEqualTo(new SiteFolder.Result(1, 1, 0));
        assertThat(Files.getLastModifiedTime(root.resolve("index.html"))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(root.resolve(SiteFolder.LIST))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(root.resolve("b.html"))).isGreaterThan(longAgo);
    }

    @Test
    void whatIsNoLongerNeededIsDeletedWithItsFolder() throws IOException {
        write("index.html", "a", "x/y/z.html", "z", "x/w.html", "w");
        assertThat(write("index.html", "a", "x/w.html", "w")).isEqualTo(new SiteFolder.Result(0, 2, 1));
        assertThat(root.resolve("x/y")).doesNotExist();
        assertThat(Files.readAllLines(root.resolve(SiteFolder.LIST))).hasSize(3).doesNotContain("x/y/z.html");
    }

    @Test
    void onlyWhatAnEarlierBuildWroteIsDeleted() throws IOException {
        write("index.html", "a", "x/old.html", "o");
        Files.writeString(root.resolve("x/mine.txt"), "mine");
        Files.writeString(root.resolve("CNAME"), "example.org");
        write("index.html", "a");
        assertThat(files()).containsExactly(".playbook-files", "CNAME", "index.html", "x/mine.txt");
    }

    @Test
    void aFolderFullOfSomebodyElsesFilesIsLeftAsItIs() throws IOException {
        Files.createDirectories(root.resolve("practices"));
        Files.writeString(root.resolve("index.html"), "mine");
        Files.writeString(root.resolve("practices/p.html"), "mine, too");
        assertThatThrownBy(() -> write("index.html", "a", "practices/p.html", "b", "new.html", "c"))
                .isInstanceOfSatisfying(
                        ForeignFiles.class,
                        foreign -> assertThat(foreign.paths()).containsExactly("index.html", "practices/p.html"));
        assertThat(files()).containsExactly("index.html", "practices/p.html");
        assertThat(Files.readString(root.resolve("index.html"))).isEqualTo("mine");
    }

    @Test
    void aFileThatIsTheSameAlreadyIsNobodyElses() throws IOException {
        Files.createDirectories(root);
        Files.writeString(root.resolve("index.html"), "a");
        assertThat(write("index.html", "a", "b.html", "b")).isEqualTo(new SiteFolder.Result(1, 1, 0));
        assertThat(write("b.html", "b")).isEqualTo(new SiteFolder.Result(0, 1, 1));
    }

    @Test
    void aFolderWhereAPageShouldBeIsSomebodyElses() throws IOException {
        Files.createDirectories(root.resolve("index.html/inner"));
        assertThatThrownBy(() -> write("index.html", "a")).isInstanceOf(ForeignFiles.class);
        assertThat(root.resolve("index.html/inner")).isDirectory();
    }

    @Test
    void aListThatNamesFilesOutsideDeletesNone() throws IOException {
        write("index.html", "a");
        Path outside = Files.writeString(temp.resolve("precious.txt"), "precious");
        Files.writeString(
                root.resolve(SiteFolder.LIST),
                "../../precious.txt\n" + outside.toAbsolutePath() + "\nindex.html\n\n# comment\n.\n");
        write("other.html", "b");
        assertThat(outside).exists();
        assertThat(files()).containsExactly(".playbook-files", "other.html");
    }

    @Test
    void whatLiesBehindALinkIsNeitherDeletedNorWritten() throws IOException {
        Path others = Files.createDirectories(root.resolveSibling("others"));
        Files.writeString(others.resolve("precious.html"), "theirs");
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("x"), others);
        Files.writeString(
                root.resolve(".playbook-files"), "x/precious.html\n./x/precious.html\nx/../x/precious.html\n");
        write("other.html", "b");
        assertThat(others.resolve("precious.html")).hasContent("theirs");
        assertThatThrownBy(() -> write("x/precious.html", "ours")).isInstanceOf(ForeignFiles.class);
        assertThat(others.resolve("precious.html")).hasContent("theirs");
    }

    @Test
    void aFileThatItsOwnerChangedIsMadeAnewBecauseABuildWroteIt() throws IOException {
        write("index.html", "a");
        Files.writeString(root.resolve("index.html"), "changed by hand");
        assertThat(write("index.html", "a").written()).isEqualTo(1);
        assertThat(Files.readString(root.resolve("index.html"))).isEqualTo("a");
    }

    @Test
    void newFoldersComeIntoOldOnes() throws IOException {
        write("index.html", "a", "practices/a.html", "a", "search/a/1.js", "1");
        Files.writeString(root.resolve("practices/mine.txt"), "mine");
        SiteFolder.Result result = write(
                "index.html", "b",
                "practices/a.html", "a",
                "practices/b.html", "b",
                "practices/new/deep/c.html", "c",
                "practices/new/picture.png", "png",
                "search/a/1.js", "1",
                "search/b/2.js", "2");
        assertThat(result).isEqualTo(new SiteFolder.Result(5, 2, 0));
        assertThat(files())
                .containsExactly(
                        ".playbook-files",
                        "index.html",
                        "practices/a.html",
                        "practices/b.html",
                        "practices/mine.txt",
                        "practices/new/deep/c.html",
                        "practices/new/picture.png",
                        "search/a/1.js",
                        "search/b/2.js");
        assertThat(Files.readString(root.resolve("practices/new/deep/c.html"))).isEqualTo("c");
    }

    @Test
    void aFolderThatItsOwnerDeletedIsMadeAnew() throws IOException {
        write("index.html", "a", "practices/a.html", "a");
        Files.delete(root.resolve("practices/a.html"));
        Files.delete(root.resolve("practices"));
        assertThat(write("index.html", "a", "practices/a.html", "a")).isEqualTo(new SiteFolder.Result(1, 1, 0));
        assertThat(root.resolve("practices/a.html")).hasContent("a");
    }

    @Test
    void aLinkToAFolderIsNeitherReplacedNorFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createDirectories(root);
        Files.createSymbolicLink(root.resolve("practices"), elsewhere);
        assertThatThrownBy(() -> write("index.html", "a", "practices/a.html", "a"))
                .isInstanceOfSatisfying(
                        ForeignFiles.class,
                        foreign -> assertThat(foreign.paths()).containsExactly("practices/a.html"));
        assertThat(root.resolve("practices")).isSymbolicLink();
        assertThat(elsewhere.resolve("a.html")).doesNotExist();
    }

    @Test
    void whatAKilledBuildLeftIsClearedAway() throws IOException {
        write("index.html", "a");
        Path left = root.resolve(SiteFolder.STAGING).resolve("part-0");
        Files.createDirectories(left);
        Files.writeString(left.resolve("0"), "half a fi");
        write("index.html", "b");
        assertThat(files()).containsExactly(".playbook-files", "index.html");
        assertThat(root.resolve(SiteFolder.STAGING)).doesNotExist();
    }

    @Test
    void twoBuildsDoNotWriteAtOnce() throws IOException {
        write("index.html", "a");
        Path staging = Files.createDirectories(root.resolve(SiteFolder.STAGING));
        try (FileChannel channel =
                        FileChannel.open(staging.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> write("index.html", "b"))
                    .isInstanceOf(MachineRefused.class)
                    .hasMessageContaining("another build is writing");
            assertThat(staging.resolve("lock")).as("the other build's").exists();
        }
        assertThat(Files.readString(root.resolve("index.html"))).isEqualTo("a");
    }

    @Test
    void aFileInTheWayOfTheFolderIsTold() throws IOException {
        Files.writeString(temp.resolve("some"), "a file");
        assertThatThrownBy(() -> write("index.html", "a"))
                .isInstanceOf(MachineRefused.class)
                .hasMessageContaining("could not write to the folder")
                .hasMessageContaining("a file stands where a folder is needed");
        assertThat(Files.readString(temp.resolve("some"))).isEqualTo("a file");
    }

    @Test
    void aFileInTheWayOfAFolderOfTheSiteTouchesNothing() throws IOException {
        write("index.html", "a");
        Files.writeString(root.resolve("practices"), "mine");
        assertThatThrownBy(() -> write("index.html", "b", "practices/p.html", "p"))
                .isInstanceOfAny(MachineRefused.class, ForeignFiles.class);
        assertThat(Files.readString(root.resolve("index.html"))).isEqualTo("a");
        assertThat(Files.readString(root.resolve("practices"))).isEqualTo("mine");
    }

    private SiteFolder.Result write(String... pathsAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new SiteFolder(root).write(new Publication(new TreeMap<>(files)), WORKERS);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
