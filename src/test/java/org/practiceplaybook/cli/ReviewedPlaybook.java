package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A playbook on a branch, and the page of what the branch changes. */
abstract class ReviewedPlaybook {
    @TempDir
    Path folder;

    GitFolder git;

    @BeforeEach
    void branch() {
        git = GitFolder.with(folder.resolve("repository"));
        git.git("checkout", "-q", "-b", "work");
    }

    Document page() {
        return Jsoup.parse(git.read("target/review/index.html"));
    }

    /** The part of the page about one thing. */
    Element change(String title) {
        return page().select("article.change").stream()
                .filter(article -> article.selectFirst("h3").ownText().strip().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no change called " + title));
    }

    static String kind(Element change) {
        return change.selectFirst("h3 .change-kind").text();
    }

    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path review = git.root.resolve("target/review");
        try (Stream<Path> walk = Files.walk(review)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(review.relativize(file).toString(), new String(Files.readAllBytes(file), "ISO-8859-1"));
            }
        }
        return files;
    }
}
