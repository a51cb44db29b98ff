package org.practiceplaybook.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.fixture.PlaybookFolder;

/** Pages in their folders. */
class PageTreeTest {
    @TempDir
    Path root;

    private PlaybookFolder playbook;

    @BeforeEach
    void begin() {
        playbook = new PlaybookFolder(root);
    }

    @Test
    void pagesStandByOrderThenTitle() {
        playbook.with("pages/z.md", "---", "order: 1", "---", "# Zebra")
                .with("pages/b.md", "# beta")
                .with("pages/a.md", "# Gamma")
                .with("pages/c.md", "# Alpha");
        assertThat(titles(tree())).containsExactly("Zebra", "Alpha", "beta", "Gamma");
    }

    @Test
    void aReadmeIsItsFoldersPage() {
        playbook.with("pages/legal/README.md", "# Law and order").with("pages/legal/a.md", "# A");
        PageFolder legal = tree().folders().get(0);
        assertThat(legal.title()).isEqualTo("Law and order");
        assertThat(legal.index()).map(Page::slug).contains("legal/index");
        assertThat(titles(legal)).containsExactly("A");
    }

    @Test
    void besideAnIndexAReadmeIsAPageOfItsOwn() {
        playbook.with("pages/legal/README.md", "# Read me").with("pages/legal/index.md", "# Index");
        PageFolder legal = tree().folders().get(0);
        assertThat(legal.index().orElseThrow().title().value()).isEqualTo("Index");
        assertThat(titles(legal)).containsExactly("Read me");
    }

    @Test
    void aFolderWithoutAPageHasItsNameAsTitle() {
        playbook.with("pages/how-we_work/a.md", "# A");
        assertThat(tree().folders()).extracting(PageFolder::title).containsExactly("How we work");
    }

    @Test
    void aFolderThatHoldsOnlyFoldersIsThereToo() {
        playbook.with("pages/a/b/c/d/e/f/g.md", "# Deep");
        PageFolder folder = tree();
        for (String path : List.of("a", "a/b", "a/b/c", "a/b/c/d", "a/b/c/d/e", "a/b/c/d/e/f")) {
            assertThat(folder.folders()).hasSize(1);
            folder = folder.folders().get(0);
            assertThat(folder.path()).isEqualTo(path);
        }
        assertThat(titles(folder)).containsExactly("Deep");
    }

    @Test
    void foldersStandByTheOrderOfTheirPages() {
        playbook.with("pages/a/index.md", "# A")
                .with("pages/b/index.md", "---", "order: 2", "---", "# B")
                .with("pages/c/index.md", "---", "order: 1", "---", "# C")
                .with("pages/d/x.md", "# X");
        assertThat(tree().folders()).extracting(PageFolder::path).containsExactly("c", "b", "a", "d");
    }

    @Test
    void withoutPagesThereIsTheOutermostFolder() {
        PageFolder folder = PageTree.of(List.of());
        assertThat(folder.path()).isEmpty();
        assertThat(folder.pages()).isEmpty();
        assertThat(folder.folders()).isEmpty();
    }

    private PageFolder tree() {
        return playbook.library().pages();
    }

    private static List<String> titles(PageFolder folder) {
        return folder.pages().stream().map(page -> page.title().value()).toList();
    }
}
