package org.practiceplaybook.content;

import java.util.List;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.Place;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/** A Markdown file of the playbook. */
public sealed interface Entry permits Practice, Attempt, Pathway, Page {

    SourceFile file();

    /** Its name in addresses, unique among its kind: the file name without its end. */
    String slug();

    Located<String> title();

    /** What it is about in a sentence or two; an empty text where nothing says it. */
    Located<String> summary();

    /** Other names by which it is found, and addresses that it had before: {@code /guide/first-steps/}. */
    List<Located<String>> aka();

    Body body();

    /** Where in the file something stands. */
    default Place at(Span span) {
        return file().at(span);
    }
}
