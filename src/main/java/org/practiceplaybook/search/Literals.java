package org.practiceplaybook.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What signs make of words: {@code C++}, {@code .NET}, {@code 1,000,000}, {@code R&D}, {@code it's}, a thumb of one colour.
 * Each is a token beside its parts, so that whoever types exactly that finds exactly that first. Its key begins with a
 * mark that no word has. The script of the search does the same, held to this class by tests.
 */
final class Literals {
    static final char MARK = '!';
    /** Of a longer chain, the parts of it that have so many words are literals, too. */
    private static final int WORDS = 4;
    /** Signs between two words. */
    private static final int LINK = 3;

    private static final String LINKS = ".,/&'\u2019:@_+#=-\u2010\u2011\\*%$~^";
    private static final String LEADS = ".#@$~&_/\\+=<>^%\u00a2\u00a3\u00a5\u00a7\u00b0\u00b1";
    private static final String TRAILS = "+#%$*~=^_\u00a2\u00a3\u00a5\u00b0\u2030";

    private final String text;
    private final List<Tokens.Token> all = new ArrayList<>();
    /** Words side by side with signs between them. */
    private final List<Tokens.Token> chain = new ArrayList<>();

    private int end;

    private Literals(String text) {
        this.text = text;
    }

    /** The words and compounds of a text, and after each chain of words the literals of it. */
    static List<Tokens.Token> with(String text, List<Tokens.Token> words) {
        Literals literals = new Literals(text);
        words.forEach(literals::add);
        literals.flush();
        return literals.all;
    }

    static boolean isLiteral(String key) {
        return key.charAt(0) == MARK;
    }

    private void add(Tokens.Token token) {
        if (token.joint()) {
            all.add(token);
            return;
        }
        if (Symbols.isSymbol(text.codePointAt(token.start()))) {
            flush();
            all.add(token);
            if (token.start() >= end) {
                end = Symbols.end(text, token.start());
                keep(token.start(), end, Symbols.key(text, token.start(), end));
            }
            return;
        }
        if (!chain.isEmpty() && !isLinked(chain.get(chain.size() - 1), token)) {
            flush();
        }
        chain.add(token);
        all.add(token);
    }

    private boolean isLinked(Tokens.Token a, Tokens.Token b) {
        if (b.start() <= a.end() || b.start() > a.end() + LINK) {
            return false;
        }
        for (int i = a.end(); i < b.start(); i++) {
            if (LINKS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private void flush() {
        int size = chain.size();
        for (int from = 0; from < size; from++) {
            int lead = lead(chain.get(from));
            for (int to = from; to < size; to++) {
                if (to - from >= WORDS && to - from + 1 < size) {
                    to = from == 0 ? size - 1 : size;
                }
                if (to < size) {
                    variants(from, to, lead, trail(chain.get(to), to + 1 < size ? chain.get(to + 1) : null));
                }
            }
        }
        chain.clear();
    }

    private void variants(int from, int to, int lead, int trail) {
        int start = chain.get(from).start();
        int stop = chain.get(to).end();
        String core = core(from, to);
        if (!core.isEmpty() && core.length() <= Tokens.LONGEST) {
            String before = text.substring(start - lead, start);
            String after = plain(text.substring(stop, stop + trail));
            if (!isPlain(from, to)) {
                keep(start, stop, core);
            }
            if (lead > 0) {
                keep(start - lead, stop, before + core);
            }
            if (trail > 0) {
                keep(start, stop + trail, core + after);
            }
            if (lead > 0 && trail > 0) {
                keep(start - lead, stop + trail, before + core + after);
            }
        }
    }

    private void keep(int start, int stop, String signs) {
        if (signs.length() < Tokens.LONGEST) {
            String key = MARK + signs;
            all.add(new Tokens.Token(start, stop, key, key, true));
        }
    }

    private String core(int from, int to) {
        StringBuilder core = new StringBuilder(chain.get(from).key());
        for (int i = from + 1; i <= to && core.length() <= Tokens.LONGEST; i++) {
            core.append(
                    plain(text.substring(chain.get(i - 1).end(), chain.get(i).start())));
            core.append(chain.get(i).key());
        }
        return core.toString();
    }

    private static String plain(String signs) {
        return signs.replace('\u2019', '\'')
                .replace('\u2010', '-')
                .replace('\u2011', '-')
                .replace('S', 's');
    }

    /** A word, or a compound, which is a token already. */
    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            int at = chain.get(i).end();
            if (chain.get(i + 1).start() > at + 1
                    || plain(text.substring(at, at + 1)).charAt(0) != '-') {
                return false;
            }
        }
        return true;
    }

    /** One of these, or of the signs of money. */
    private static boolean isIn(String signs, char c) {
        return signs.indexOf(c) >= 0 || c >= 0x20a0 && c <= 0x20cf;
    }

    /** Length of the sign before a word that belongs to it alone: 1 or 0. */
    private int lead(Tokens.Token word) {
        int at = word.start() - 1;
        if (at < 0 || !isIn(LEADS, text.charAt(at))) {
            return 0;
        }
        if (at == 0) {
            return 1;
        }
        char before = text.charAt(at - 1);
        return before == text.charAt(at) || Tokens.isWord(text.codePointBefore(at)) ? 0 : 1;
    }

    /** Length of the signs after a word that belong to it alone, an {@code 's} included. */
    private int trail(Tokens.Token word, Tokens.Token next) {
        int at = word.end();
        if (at + 1 < text.length()
                && plain(text.substring(at, at + 2)).equals("'s")
                && (at + 2 == text.length() || !Tokens.isWord(text.codePointAt(at + 2)))) {
            return 2;
        }
        if (at >= text.length() || !isIn(TRAILS, text.charAt(at))) {
            return 0;
        }
        int i = at;
        while (i < text.length() && text.charAt(i) == text.charAt(at)) {
            i++;
        }
        return i - at > 1 || next == null || next.start() != i ? Math.min(i - at, LINK) : 0;
    }
}
