package org.practiceplaybook.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Findings;
import org.practiceplaybook.work.Workers;

/** A content folder of a few files, written and read. */
record ReadFolder(Path root) {

    ReadFolder with(String path, String text) throws IOException {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    ReadFolder with(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    Content read() {
        return ContentFolder.open(root).read(new Workers(2));
    }

    /** One line for each finding, in the order of a report. */
    static List<String> findings(Content content) {
        return content.diagnostics().stream()
                .sorted(Diagnostic.ORDER)
                .map(Findings::line)
                .toList();
    }
}
