package org.practiceplaybook.check;

import java.util.List;
import java.util.function.Consumer;
import org.practiceplaybook.content.Page;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;

/** A playbook without a single entry, and pages without a word. */
final class NothingToRead implements Rule {
    @Override
    public void check(CheckContext subject, Consumer<Diagnostic> report) {
        if (subject.entries().isEmpty()) {
            report.accept(Diagnostic.of(
                            RuleCode.EMPTY,
                            SourceFile.unread("").whole(),
                            "there is nothing to read in the content folder")
                    .effect("an empty site")
                    .remedy("write a first practice with: playbook new practice \"Its title\""));
        }
        for (Page page : subject.content().pages()) {
            if (page.body().isBlank() && !leadsOn(page, subject.content().pages())) {
                report.accept(Diagnostic.of(RuleCode.PAGE_EMPTY, page.file().whole(), "this page says nothing")
                        .effect("a page with a title and no text")
                        .remedy("write below the title, or take the file away"));
            }
        }
    }

    /** The page of a folder lists what is in it. */
    private static boolean leadsOn(Page page, List<Page> pages) {
        String folder = page.slug().substring(0, page.slug().lastIndexOf('/') + 1);
        return page.isIndex()
                && pages.stream()
                        .anyMatch(other -> other != page && other.slug().startsWith(folder));
    }
}
