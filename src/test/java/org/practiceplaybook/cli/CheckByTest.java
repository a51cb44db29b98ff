package org.practiceplaybook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.practiceplaybook.check.SmallPlaybook;

/** {@code playbook check --by}: lists to share out among editors; {@code build} tells what matters most. */
class CheckByTest {
    @TempDir
    Path folder;

    private Terminal terminal;

    @BeforeEach
    void aPlaybookWithFaults() {
        terminal = new Terminal(folder);
        Path content = folder.resolve("content");
        SmallPlaybook.write(content);
        Run.write(content, "playbook.yml", "name: Walks\naddress: https://walks.net/\nemail: editors@walks.net\n");
        entry(content, "one", "authors: [Ann Lee, Bo]\n", "[x](nowhere.md)\n");
        entry(content, "two", "authors: [Ann Lee]\nroles: [facilitater]\n", "");
        entry(content, "three", "roles: [member]\ntime: soon\n", "");
    }

    private static void entry(Path content, String slug, String fields, String text) {
        Run.write(
                content,
                "practices/" + slug + ".md",
                "---\ntitle: Entry " + slug + "\nsummary: People sit too long. " + slug + " gets them up.\n" + fields
                        + "---\n\n## What to do\n\n1. Walk.\n\n" + text);
    }

    /** The lines of each list, by its name. */
    private Map<String, List<String>> lists(String by) {
        assertThat(terminal.run("check", "--by", by)).isEqualTo(1);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        String name = "";
        for (String line : terminal.out().lines().toList()) {
            if (line.startsWith("- [ ] ")) {
                lists.get(name).add(line.substring(6));
            } else if (line.contains(": ")) {
                name = line.substring(0, line.indexOf(": "));
                lists.put(name, new ArrayList<>());
            }
        }
        return lists;
    }

    @Test
    void eachAuthorHasAList() {
        Map<String, List<String>> lists = lists("author");
        assertThat(lists).containsKeys("Ann Lee", "Bo", "(nobody is named)");
        assertThat(lists.get("Bo"))
                .anyMatch(line -> line.startsWith("content/practices/one.md:") && line.contains(": error: "))
                .allMatch(line -> line.startsWith("content/practices/one.md"));
        assertThat(lists.get("Ann Lee"))
                .containsAll(lists.get("Bo"))
                .anyMatch(line -> line.startsWith("content/practices/two.md"));
        assertThat(lists.get("(nobody is named)")).anyMatch(line -> line.startsWith("content/practices/three.md"));
    }

    @Test
    void eachRuleHasAListAndEveryFindingIsInOne() {
        Map<String, List<String>> lists = lists("rule");
        assertThat(lists).containsKeys("broken-link", "unknown-role", "time-form", "terms-missing");
        assertThat(lists.get("unknown-role")).hasSize(1).first().asString().contains("two.md:5:");
        int all = lists.values().stream().mapToInt(List::size).sum();
        terminal.run("check", "--format", "json");
        assertThat(JsonParser.parseString(terminal.out()).getAsJsonObject().getAsJsonArray("findings"))
                .hasSize(all);
        assertThat(lists.values().stream().map(List::size).toList()).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void whatIsMissingIsListedByTheFieldThatItIsOf() {
        Map<String, List<String>> lists = lists("field");
        assertThat(lists.get("roles"))
                .anyMatch(line -> line.contains("two.md:5:") && line.contains("error"))
                .anyMatch(line -> line.startsWith("content/practices/one.md") && line.contains("advice"))
                .noneMatch(line -> line.contains("three.md"));
        assertThat(lists.get("time")).hasSize(1).first().asString().contains("three.md:5:");
        assertThat(lists.get("(the text)")).anyMatch(line -> line.contains("nowhere.md"));
        assertThat(lists.get("authors")).allMatch(line -> line.startsWith("content/"));
    }

    @Test
    void aProgramGetsTheGroupsByNumber() {
        assertThat(terminal.run("check", "--by", "author", "--format", "json")).isEqualTo(1);
        JsonObject report = JsonParser.parseString(terminal.out()).getAsJsonObject();
        JsonArray findings = report.getAsJsonArray("findings");
        boolean found = false;
        for (JsonElement group : report.getAsJsonArray("groups")) {
            JsonObject one = group.getAsJsonObject();
            int counted = one.get("errors").getAsInt() + one.get("advice").getAsInt();
            assertThat(one.getAsJsonArray("findings")).hasSize(counted);
            if (one.get("name").getAsString().equals("Bo")) {
                found = true;
                for (JsonElement number : one.getAsJsonArray("findings")) {
                    assertThat(findings.get(number.getAsInt())
                                    .getAsJsonObject()
                                    .get("path")
                                    .getAsString())
                            .isEqualTo("content/practices/one.md");
                }
            }
        }
        assertThat(found).isTrue();
    }

    @Test
    void whatCannotBeIsTold() {
        assertThat(terminal.run("check", "--by", "autor")).isEqualTo(2);
        assertThat(terminal.err()).contains("did you mean author?");
        assertThat(terminal.run("check", "--by", "rule", "--format", "sarif")).isEqualTo(2);
        assertThat(terminal.err()).contains("text and json");
    }

    @Test
    void aBuildTellsAllErrorsAndOfTheRestWhatMattersMost() {
        Path content = folder.resolve("content");
        for (int i = 0; i < 12; i++) {
            entry(content, "more-" + i, "roles: [member]\n", "");
        }
        terminal.run("build", "--keep-going");
        assertThat(told(terminal.err(), "error: ")).isEqualTo(2);
        assertThat(told(terminal.err(), "error: ") + told(terminal.err(), "advice: "))
                .isEqualTo(10);
        assertThat(terminal.err())
                .contains("2 errors, ", "Told here is what matters most", "playbook check --by author");
        terminal.run("check");
        assertThat(told(terminal.err(), "advice: ")).isGreaterThan(10);
        entry(content, "one", "authors: [Ann Lee, Bo]\n", "[x](nowhere.md)\n".repeat(15));
        terminal.run("build");
        assertThat(told(terminal.err(), "error: "))
                .as("all errors, and nothing else")
                .isEqualTo(16);
        assertThat(told(terminal.err(), "advice: ")).isZero();
    }

    private static long told(String said, String kind) {
        return said.lines().filter(line -> line.startsWith(kind)).count();
    }
}
