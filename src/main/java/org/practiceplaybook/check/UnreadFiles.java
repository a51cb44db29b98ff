package org.practiceplaybook.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** Texts in the folders of entries that nothing reads, because of how their names end. */
final class UnreadFiles implements Rule {
    private static final Set<String> FOLDERS = Set.of("practices", "attempts", "pathways");
    private static final Set<String> TEXTS = Set.of(
            "txt", "text", "mdx", "mdown", "mkd", "markdn", "mdtext", "rtf", "doc", "docx", "odt", "pages", "htm",
            "html");

    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        Set<String> linked = new HashSet<>();
        subject.library().files().forEach(asset -> linked.add(asset.path()));
        for (ContentAsset asset : subject.content().assets()) {
            String path = asset.path();
            int slash = path.indexOf('/');
            String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            int dot = name.lastIndexOf('.');
            String end = dot < 0 ? "" : name.substring(dot + 1);
            if (slash < 0
                    || !FOLDERS.contains(path.substring(0, slash))
                    || linked.contains(path)
                    || !end.isEmpty() && !TEXTS.contains(end)) {
                continue;
            }
            String written = path.substring(path.lastIndexOf('/') + 1);
            String stem = dot < 0 ? written : written.substring(0, dot);
            report.accept(Diagnostic.of(
                            RuleCode.NOT_READ,
                            SourceFile.unread(path).whole(),
                            end.isEmpty()
                                    ? "the file's name has no end, so nothing reads it"
                                    : "nothing reads a file whose name ends in ."
                                            + (name.endsWith(".md.txt") ? "md.txt" : end))
                    .effect("nothing of this file")
                    .remedy(remedy(end, stem)));
        }
    }

    private static String remedy(String end, String stem) {
        return switch (end) {
            case "", "txt", "text", "mdx", "mdown", "mkd", "markdn", "mdtext" ->
                "rename it to " + (stem.endsWith(".md") ? stem : stem + ".md");
            default -> "copy its text into a file that ends in .md";
        };
    }
}
