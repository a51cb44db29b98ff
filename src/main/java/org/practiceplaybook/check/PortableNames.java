package org.practiceplaybook.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.content.value.PortableName;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** Files that nobody can have on Windows, because of their names or because of their paths. */
final class PortableNames implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        for (Entry entry : subject.entries()) {
            // another rule says how a file is called whose name becomes a short one
            check(entry.file(), entry instanceof Page).ifPresent(report);
        }
        for (ContentAsset asset : subject.content().assets()) {
            check(SourceFile.unread(asset.path()), true).ifPresent(report);
        }
    }

    private static Optional<Diagnostic> check(SourceFile file, boolean signs) {
        List<String> better = new ArrayList<>();
        String refused = "";
        for (String name : file.path().split("/", -1)) {
            String good = name;
            if (PortableName.isReserved(name)) {
                int dot = name.indexOf('.');
                String stem = dot < 0 ? name : name.substring(0, dot);
                good = PortableName.renamed((signs ? stem : Slug.of(stem)) + name.substring(stem.length()));
            } else if (signs || !file.path().endsWith(name)) {
                good = PortableName.renamed(name);
            }
            refused = refused.isEmpty() && !good.equals(name) ? name : refused;
            better.add(good);
        }
        if (!refused.isEmpty()) {
            return Optional.of(advice(
                    file,
                    "Windows takes no file and no folder that is called \"" + refused + "\"",
                    "it under another name in the site; on Windows nobody can fetch the repository",
                    "rename it to " + String.join("/", better)));
        }
        int length = file.path().length();
        boolean told = better.stream().anyMatch(name -> name.length() > Slug.LONGEST);
        return length <= PortableName.LONGEST_PATH || told
                ? Optional.empty()
                // the packed playbook would hold a file that Windows does not unpack, and is not made then
                : Optional.of(Diagnostic.of(
                                RuleCode.NAME_LONG,
                                file.whole(),
                                "this path has " + length
                                        + " characters, and Windows takes 260 with all folders around it")
                        .effect("nothing of it where a copy on Windows lies too deep in other folders")
                        .remedy("give the file and its folders shorter names, " + PortableName.LONGEST_PATH
                                + " characters together at most"));
    }

    private static Diagnostic advice(SourceFile file, String said, String effect, String remedy) {
        return Diagnostic.of(RuleCode.FILE_WINDOWS, file.whole(), said)
                .effect(effect)
                .remedy(remedy);
    }
}
