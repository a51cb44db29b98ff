package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks for words that stand side by side, where that was asked. */
final class Phrases {
    private Phrases() {}

    static boolean hold(SearchIndex.Brief brief, List<Document.Passage> passages, Query query) {
        List<List<String>> texts = new ArrayList<>();
        texts.add(keys(brief.title()));
        texts.add(keys(brief.summary()));
        brief.aka().forEach(name -> texts.add(keys(name)));
        for (Document.Passage passage : passages) {
            texts.add(keys(passage.heading()));
            texts.add(keys(passage.text()));
        }
        return query.phrases().stream().allMatch(phrase -> isIn(phrase, texts))
                && query.without().stream().noneMatch(phrase -> phrase.size() > 1 && isIn(phrase, texts));
    }

    private static boolean isIn(List<String> phrase, List<List<String>> texts) {
        return texts.stream().anyMatch(text -> Collections.indexOfSubList(text, phrase) >= 0);
    }

    private static List<String> keys(String text) {
        return Tokens.of(text).stream()
                .filter(token -> !token.joint())
                .map(Tokens.Token::key)
                .toList();
    }
}
