package org.practiceplaybook.search;

import java.util.List;

/** Finds the section of a page at which a result opens. */
final class Place {
    /** What a word in a heading counts beside one in the text. */
    private static final double IN_HEADING = 2;

    private Place() {}

    /** The anchor of the section; where the document begins if none is better. */
    static String of(SearchIndex.Brief brief, Ranking.Candidate candidate, List<Term> terms, SearchIndex index) {
        if (candidate.inTitle() && !candidate.inHeading()) {
            return brief.anchor();
        }
        if (candidate.ordinal() >= 0) {
            int headings = brief.aka().size();
            for (Document.Passage passage : brief.passages()) {
                if (!passage.heading().isEmpty() && ++headings == candidate.ordinal()) {
                    return passage.anchor();
                }
            }
        }
        String best = best(brief.passages(), terms);
        if (best.isEmpty() && !brief.whole().isEmpty()) {
            best = best(index.passages(brief), terms);
        }
        return best.isEmpty() ? brief.anchor() : best;
    }

    private static String best(List<Document.Passage> passages, List<Term> terms) {
        String anchor = "";
        double most = 0;
        for (Document.Passage passage : passages) {
            double value = value(passage, terms);
            if (value > most) {
                most = value;
                anchor = passage.anchor();
            }
        }
        return anchor;
    }

    private static double value(Document.Passage passage, List<Term> terms) {
        List<Tokens.Token> heading = Tokens.of(passage.heading());
        List<Tokens.Token> text = Tokens.of(passage.text());
        double sum = 0;
        double matched = 0;
        for (Term term : terms) {
            int inText = count(text, term);
            int inHeading = count(heading, term);
            if (inText + inHeading > 0) {
                sum += term.weight() * ((inHeading > 0 ? IN_HEADING : 0) + (double) inText / (inText + 1));
                matched += term.weight();
            }
        }
        return sum * matched;
    }

    private static int count(List<Tokens.Token> tokens, Term term) {
        int count = 0;
        for (Tokens.Token token : tokens) {
            count += term.keys().contains(token.key()) ? 1 : 0;
        }
        return count;
    }
}
