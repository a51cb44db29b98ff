package org.practiceplaybook.page;

import java.util.List;
import org.practiceplaybook.content.Citation;

/**
 * A credited work.
 *
 * @param url or empty
 */
public record SourceView(String title, String author, String year, String url, String note) {
    static List<SourceView> of(List<Citation> sources) {
        return sources.stream().map(SourceView::of).toList();
    }

    static SourceView of(Citation source) {
        return new SourceView(
                source.title(),
                source.author(),
                source.year(),
                source.url().map(url -> url.value()).orElse(""),
                source.note());
    }
}
