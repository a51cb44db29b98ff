package org.practiceplaybook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;

/**
 * Whoever follows the remedies comes to a green check. Corrections are made as they are told, files renamed and moved, and
 * lines taken out, until nothing is left that a machine can follow; what asks for a writer's judgement is followed by hand
 * in the table ({@code +++ }).
 */
class RemediesTest {
    private static final int MOST_ROUNDS = 60;
    private static final Pattern RENAME = Pattern.compile("rename it to (\\S+)");
    private static final Pattern FOLDER = Pattern.compile("(?:move the file to|did you mean the folder) (\\w+/)\\??");
    private static final Pattern LINE = Pattern.compile("add a line: (.+)");

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
        List<Diagnostic> before = SmallPlaybook.check(folder);
        List<Diagnostic> found = before;
        for (int round = 0; round < MOST_ROUNDS && follow(found); round++) {
            found = SmallPlaybook.check(folder);
        }
        if (!found.isEmpty()) {
            mistake.mended().forEach(this::byHand);
            found = SmallPlaybook.check(folder);
        }
        assertThat(Mistake.words(found)).isEmpty();
    }

    private void byHand(String path, byte[] bytes) {
        if (new String(bytes, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
            delete(path);
        } else {
            SmallPlaybook.write(folder, path, bytes);
        }
    }

    /** Follows the first remedy that can be followed. */
    private boolean follow(List<Diagnostic> found) {
        return found.stream().anyMatch(this::follow);
    }

    private boolean follow(Diagnostic finding) {
        String path = finding.place().file().path();
        Optional<Edit> edit = finding.edit();
        if (edit.isPresent()) {
            write(path, edit.get());
            return true;
        }
        Matcher rename = RENAME.matcher(finding.remedy());
        if (rename.matches()) {
            return move(path, path.substring(0, path.lastIndexOf('/') + 1) + rename.group(1));
        }
        Matcher target = FOLDER.matcher(finding.remedy());
        if (target.matches()) {
            return move(path, target.group(1) + path.substring(path.lastIndexOf('/') + 1));
        }
        Matcher line = LINE.matcher(finding.remedy());
        if (line.matches()) {
            int end = finding.place().file().lineAt(finding.place().span().start()).end();
            return write(path, new Edit(new org.practiceplaybook.source.Span(end, end), "\n" + line.group(1)));
        }
        return false;
    }

    private boolean write(String path, Edit edit) {
        try {
            StringBuilder text = new StringBuilder(Files.readString(folder.resolve(path)));
            text.replace(edit.span().start(), edit.span().end(), edit.text());
            Files.writeString(folder.resolve(path), text);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean move(String from, String to) {
        try {
            Files.createDirectories(folder.resolve(to).getParent());
            Files.move(folder.resolve(from), folder.resolve(to));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
