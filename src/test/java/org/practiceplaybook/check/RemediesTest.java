package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.Span;

/**
 * Whoever follows the remedies comes to a green check: corrections are made as they are told, lines are added and taken out,
 * files are renamed and moved. What asks for more than a machine can do is followed by hand in the table ({@code +++ }); what
 * only a writer can say is named here.
 */
class RemediesTest {
    private static final int MOST_ROUNDS = 40;
    private static final Pattern RENAME = Pattern.compile("rename it to (\\S+)");
    private static final Pattern OTHER_FILE = Pattern.compile("take the line \"(.+)\" out of (\\S+)");
    private static final Pattern FOLDER = Pattern.compile("(?:move the file to|did you mean the folder) (\\w+/)\\??");

    /** What they ask for are words of one's own, fewer of them, or a choice among files. */
    private static final Set<RuleCode> FOR_A_WRITER = EnumSet.of(
            RuleCode.CREDIT_MISSING,
            RuleCode.TERMS_MISSING,
            RuleCode.PAGE_EMPTY,
            RuleCode.LESSON_THIN,
            RuleCode.LEARNING_MISSING,
            RuleCode.STORY_LEARNING,
            RuleCode.PLACEHOLDER,
            RuleCode.TITLE_PLACEHOLDER,
            RuleCode.NEAR_DUPLICATE,
            RuleCode.TITLE_LONG,
            RuleCode.SUMMARY_LONG,
            RuleCode.LESSON_LONG,
            RuleCode.REASON_LONG,
            RuleCode.FILE_WINDOWS,
            RuleCode.TOO_LONG,
            RuleCode.TOO_DEEP,
            RuleCode.TOO_MUCH_WORK,
            RuleCode.TOO_MANY_LINES,
            RuleCode.TOO_MANY_NOTES,
            RuleCode.TABLE_TOO_LONG,
            RuleCode.YAML_TOO_LONG,
            RuleCode.YAML_TOO_DEEP,
            RuleCode.FRONT_MATTER_LONG);

    private static final List<Way> WAYS = List.of(
            new Way("write a line between the --- lines: (.+)", RemediesTest::atTheTop),
            new Way("write something behind the colon: (.+)", RemediesTest::instead),
            new Way("write it like this: (\\w+: .+?)(?:, with quotation marks)?", RemediesTest::instead),
            new Way("write it like this: (.+)", RemediesTest::first),
            new Way("(?:write|use) one of: (.+)", RemediesTest::first),
            new Way("begin the line with (#+) and a space", RemediesTest::heading),
            new Way("(?:name .+, or )?take the line out()", RemediesTest::instead),
            new Way("write (\\d{4}-\\S+) or .+", RemediesTest::first),
            new Way(
                    "take it out\\b.*()",
                    (finding, nothing) -> new Edit(finding.place().span(), nothing)),
            new Way("take (?:this|the) line out\\b.*()", RemediesTest::instead),
            new Way(
                    "write a line below it, two spaces further in: (.+)",
                    (finding, text) -> below(finding, "  " + text)),
            new Way("add a line below it: (.+)", RemediesTest::below),
            new Way("put this line below the row [^:]*: (.+)", RemediesTest::below),
            new Way("add a line to playbook.yml: (\\S+: \\S+)", RemediesTest::atTheTop),
            new Way("add a line[^:]*: (.+: .+)", RemediesTest::atTheTop));

    /** How a remedy is followed: what it asks for, and the words to write. */
    private record Way(Pattern remedy, BiFunction<Diagnostic, String, Edit> edit) {
        Way(String remedy, BiFunction<Diagnostic, String, Edit> edit) {
            this(Pattern.compile(remedy), edit);
        }

        Optional<Edit> of(Diagnostic finding) {
            Matcher matcher = remedy.matcher(finding.remedy());
            return matcher.matches() ? Optional.of(edit.apply(finding, matcher.group(1))) : Optional.empty();
        }
    }

    @TempDir
    private Path folder;

    static List<Mistake> mistakes() throws IOException {
        return Mistake.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void leadToAGreenCheck(Mistake mistake) {
        SmallPlaybook.write(folder);
        mistake.write(folder);
        List<Diagnostic> found = SmallPlaybook.check(folder);
        Set<RuleCode> told = rules(found);
        for (int round = 0; mistake.mended().isEmpty() && round < MOST_ROUNDS && follow(found); round++) {
            found = SmallPlaybook.check(folder);
        }
        mistake.mended().forEach(this::byHand);
        found = SmallPlaybook.check(folder);
        List<Diagnostic> left = found.stream()
                .filter(finding -> finding.isError() || told.contains(finding.rule()))
                .filter(finding -> !FOR_A_WRITER.contains(finding.rule()))
                .toList();
        assertThat(Mistake.words(left)).isEmpty();
    }

    private static Set<RuleCode> rules(List<Diagnostic> found) {
        Set<RuleCode> rules = new HashSet<>();
        found.forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    private static Span line(Diagnostic finding) {
        return finding.place().file().lineAt(finding.place().span().start());
    }

    /** Below the first line of front matter, or above everything where there is none. */
    private static Edit atTheTop(Diagnostic finding, String text) {
        int at = finding.place().file().text().startsWith("---\n") ? "---\n".length() : 0;
        return new Edit(new Span(at, at), text + "\n");
    }

    private static Edit instead(Diagnostic finding, String text) {
        return new Edit(line(finding), text);
    }

    /** Of several things that can be written the first. */
    private static Edit first(Diagnostic finding, String text) {
        return new Edit(finding.place().span(), text.split(",| or ")[0]);
    }

    private static Edit heading(Diagnostic finding, String signs) {
        return new Edit(new Span(line(finding).start(), finding.place().span().start()), signs + " ");
    }

    private static Edit below(Diagnostic finding, String text) {
        String line = finding.place().file().slice(line(finding));
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '-')) {
            indent++;
        }
        int end = line(finding).end();
        return new Edit(new Span(end, end), "\n" + " ".repeat(indent) + text);
    }

    private boolean follow(List<Diagnostic> found) {
        return found.stream().anyMatch(this::follow);
    }

    private boolean follow(Diagnostic finding) {
        String path = finding.place().file().path();
        if (FOR_A_WRITER.contains(finding.rule())) {
            return false;
        }
        if (finding.edit().isPresent()) {
            return write(path, finding.edit().get());
        }
        Matcher rename = RENAME.matcher(finding.remedy());
        if (rename.matches()) {
            String name = rename.group(1);
            return move(path, name.contains("/") ? name : path.substring(0, path.lastIndexOf('/') + 1) + name);
        }
        Matcher target = FOLDER.matcher(finding.remedy());
        if (target.matches()) {
            return move(path, target.group(1) + path.substring(path.lastIndexOf('/') + 1));
        }
        Matcher other = OTHER_FILE.matcher(finding.remedy());
        if (other.matches()) {
            String text = text(other.group(2));
            SmallPlaybook.write(folder, other.group(2), text.replace(other.group(1) + "\n", ""));
            return text.contains(other.group(1));
        }
        if (finding.rule() == RuleCode.LINE_ENDS) {
            String text = text(path);
            SmallPlaybook.write(folder, path, text.replace("\r\n", "\n").replace('\r', '\n'));
            return text.indexOf('\r') >= 0;
        }
        return WAYS.stream()
                .flatMap(way -> way.of(finding).stream())
                .findFirst()
                .filter(edit -> write(path, edit))
                .isPresent();
    }

    /** Says whether anything has become of it. */
    private boolean write(String path, Edit edit) {
        String before = text(path);
        StringBuilder text = new StringBuilder(before);
        text.replace(edit.span().start(), edit.span().end(), edit.text());
        SmallPlaybook.write(folder, path, text.toString());
        return !before.contentEquals(text);
    }

    private String text(String path) {
        try {
            return Files.exists(folder.resolve(path)) ? Files.readString(folder.resolve(path)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean move(String from, String to) {
        SmallPlaybook.write(folder, to, text(from));
        delete(from);
        return true;
    }

    private void byHand(Mistake.Mend mend) {
        // what begins anew replaces the file, whatever it is in
        boolean anew = mend.changes().isEmpty() || mend.changes().get(0).startsWith("⇒ ---");
        String text = mend.of(anew ? "" : text(mend.path()));
        delete(mend.path());
        if (!text.isEmpty()) {
            SmallPlaybook.write(folder, mend.path(), text);
        }
    }

    private void delete(String path) {
        try {
            Files.deleteIfExists(folder.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
