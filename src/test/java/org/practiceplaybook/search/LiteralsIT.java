package org.practiceplaybook.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever types signs wants just that: a page that holds it comes before pages that hold pieces of it. */
class LiteralsIT {
    private static final String FILLER = "Some other text about rivers, boats and mountains.";

    /** What is typed, a text that holds it, and texts that hold pieces of it only. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1,000,000   | They gave $1,000,000 (all of it).    | 1 000 000; 1; 000; 1,000 and 000,000
            $1,000      | They gave $1,000.                    | 1,000; 1; 000
            1.2.3       | Since version 1.2.3, all is well.    | 1 2 3; 1.2 and 2.3; 3.2.1; 1.2.4
            1.2.3       | Mend 1.2.3-beta first.               | 1 2 3; 1.2 and 2.3
            .NET        | It is made with .NET.                | net; the net; Nets; a.net
            F#          | We learned F#/C# there.              | F; F major; f+
            C#          | We learned F#/C# there.              | C; C++; C major
            C++         | Written in (C++).                    | C; C+; C#
            c++         | C++11 is enough.                     | C; C+; C#
            A/B         | An A/B-test.                         | A B; B/A; a b
            R&D         | Ask R&D, they know.                  | R D; D&R; R and D
            3.5%        | It grew by 3.5%.                     | 3.5; 3 5; 5%
            24/7        | Open 24/7?                           | 24 7; 7/24; 24; 7
            e.g.        | A room, e.g. a hall.                 | e; g; g.e.
            node.js     | It runs on Node.js/Deno.             | node; js; node js; js node
            @name       | Write to @name:                      | name; Name
            #retro      | Tag it "#retro".                     | retro; Retro
            it's        | Well, it’s a start.                  | its; It is so
            team's      | The team's own.                      | team; teams
            don't       | They don’t.                          | don; t; don t
            he/him      | Say he/him or else.                  | he him; him he
            10:30       | It begins at 10:30.                  | 10 30; 30:10
            €5          | A ticket is €5.                      | 5; 5 €; $5
            50€         | It costs 50€.                        | 50; 50$
            me@home.org | Write to me@home.org now.            | me home org; home.org
            A+          | It has grade A+.                     | a; A; a-
            snake_case  | The snake_case of it.                | snake case; case snake
            192.168.0.1 | Call 192.168.0.1 there.              | 192 168 0 1; 192.168.1.0
            🎉          | Party🎉!                             | party; 🎊
            👍🏽          | Good👍🏽                               | 👍; 👍🏿; good
            👍          | Good 👍👍                             | 👍🏽; good
            👩‍👩‍👧         | A family 👩‍👩‍👧.                        | 👩 👧; 👩‍👧; 👨‍👩‍👧
            🇩🇪          | In🇩🇪                                 | 🇩🇰; 🇪🇩; de
            ❤️‍🔥          | All ❤‍🔥                              | ❤; 🔥; ❤️ 🔥
            ❤           | We ❤️ it                             | ❤️‍🔥; 💙
            →           | First → second                       | ←; first second
            """)
    void exactlyThatComesFirst(String typed, String holds, String pieces) {
        Documents documents = new Documents();
        int number = 0;
        for (String piece : pieces.split("; ")) {
            // in the title, too, where each word counts most
            documents.page("piece" + number++ + ".html", piece, (piece + ". ").repeat(3));
            documents.page("text" + number++ + ".html", "Other", FILLER + " " + piece + " ");
        }
        documents.page("holds.html", "A page", FILLER + " " + holds + " " + FILLER);
        documents.page("last.html", "Else", FILLER);
        Documents.Found found = documents.found();
        for (String query : List.of(typed, typed + " ", "\t" + typed + "?")) {
            assertThat(found.pages(query)).as(query).first().isEqualTo("holds.html");
        }
    }

    @Test
    void amongOtherWordsItCountsWithThem() {
        Documents.Found found = new Documents()
                .page("both.html", "One", "A workshop about C++ for all.")
                .page("workshop.html", "Workshop", "A workshop, a workshop about C.")
                .page("sign.html", "Two", "All of C++ and more.")
                .found();
        assertThat(found.pages("C++ workshop ")).startsWith("both.html").contains("workshop.html", "sign.html");
    }

    @Test
    void aMinusTakesAwayJustThat() {
        Documents.Found found = new Documents()
                .page("plus.html", "One", "A workshop about C++.")
                .page("sharp.html", "Two", "A workshop about C#.")
                .found();
        assertThat(found.pages("workshop -C++")).containsExactly("sharp.html");
    }

    @Test
    void onManyPagesTheTiersAreReadForIt() {
        Documents documents = new Documents();
        for (int i = 0; i < Indexer.TIER + 100; i++) {
            documents.page("p" + i + ".html", "Page " + i, "It is F and F.");
        }
        documents.page("holds.html", "Other", FILLER + " Played in F#.");
        assertThat(documents.found().pages("F#")).first().isEqualTo("holds.html");
    }
}
