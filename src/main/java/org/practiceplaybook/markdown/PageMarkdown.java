package org.practiceplaybook.markdown;

import org.practiceplaybook.markdown.parser.Dialect;
import org.practiceplaybook.markdown.parser.QuotationMarks;

/** Readers of Markdown for the pages of a site. */
public final class PageMarkdown {
    private static final Finish FINISH = new PageFinish();

    private PageMarkdown() {}

    /**
     * A reader of the playbook's Markdown.
     *
     * @param marks what straight quotation marks become
     */
    public static Markdown of(QuotationMarks marks) {
        return of(Dialect.PLAYBOOK, marks);
    }

    static Markdown of(Dialect dialect, QuotationMarks marks) {
        return new Markdown(dialect, marks, false, FINISH);
    }

    /** A reader whose blocks say in {@code data-line} on which line of the file they begin, as a writer's desk wants. */
    public static Markdown withLines(QuotationMarks marks) {
        return new Markdown(Dialect.PLAYBOOK, marks, true, FINISH);
    }
}
