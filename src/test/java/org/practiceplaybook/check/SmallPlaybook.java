package org.practiceplaybook.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.ContentFolder;
import org.practiceplaybook.content.SectionNames;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Linker;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.theme.Bundled;
import org.practiceplaybook.theme.Words;
import org.practiceplaybook.work.Workers;

/** A playbook with one of everything and nothing to find fault with, and what is found when something is added. */
public final class SmallPlaybook {
    public static final String ROLE = """
            ---
            title: Know your role
            summary: Everybody does everything. Say who does what, and until when.
            challenges: [too-full]
            roles: [facilitator, member]
            phases: [prepare]
            leverage: [mindset]
            time: 30-45 min
            group: 4-12
            sources: [{title: A book, author: A writer}]
            authors: [Ann]
            aka: [Who does what]
            ---

            ## When to use

            When two people wait for each other, and each of them thinks that the other one has begun.

            ## What to do

            1. **Write down what is to do.** One thing on each card, and all cards on one wall. (15 min)
            2. **Put a name on each card.** Whoever cannot promise it takes the card down again. (15 min)
            """;

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("playbook.yml", "name: Walks\naddress: https://playbook.example.org/\n");
        FILES.put("taxonomy/roles.yml", """
                facilitator: {name: Facilitator, definition: Who leads the talk.}
                member: {name: Member, definition: Who takes part.}
                """);
        FILES.put(
                "taxonomy/challenges.yml",
                "too-full: {name: We fit too much into too little time, definition: The day is full.}\n");
        FILES.put("taxonomy/phases.yml", """
                prepare: {name: Prepare, definition: Before people meet.}
                gather: {name: Gather, definition: While people meet.}
                """);
        FILES.put(
                "taxonomy/leverage.yml",
                "mindset: {name: Mindset, definition: What people take for granted., number: 2, band: intent}\n");
        FILES.put("glossary.yml", "walk: {means: To go on foot., aka: [stroll]}\n");
        FILES.put("practices/know-your-role.md", ROLE);
        FILES.put("practices/leave-room.md", """
                ---
                title: Leave room in the agenda
                summary: The agenda is full to the minute. Leave a quarter of it empty.
                ---
                """);
        FILES.put("attempts/a-first-try.md", """
                ---
                title: Names on cards
                practices: [know-your-role]
                result: went-well
                lesson: Let people take the cards themselves, and do not hand them out.
                setting: A first meeting
                shared_by: Ann
                ---
                """);
        FILES.put("pathways/start.md", """
                ---
                title: Start here
                summary: Two practices to begin with.
                for: [facilitator]
                steps:
                  - practice: know-your-role
                    why: It is short.
                  - practice: leave-room
                    why: It is shorter still.
                ---
                """);
        FILES.put("pages/about.md", "# About\n\nWhat this is. See [the role](../practices/know-your-role.md).\n");
        FILES.put("images/park.png", "");
    }

    /** Read once: hundreds of playbooks are checked. */
    private static final Function<String, SectionNames> SECTIONS = Words.sections(Bundled.theme());

    private SmallPlaybook() {}

    /** Writes it into a folder. */
    public static void write(Path folder) {
        FILES.forEach((path, text) -> write(folder, path, text.getBytes(StandardCharsets.UTF_8)));
    }

    public static void write(Path folder, String path, byte[] bytes) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path folder, String path, String text) {
        write(folder, path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is found in a folder. */
    public static List<Diagnostic> check(Path folder) {
        Content content = ContentFolder.open(folder).read(new Workers(1));
        return Checks.run(content, Linker.link(content, History.NONE, false), SECTIONS, new Workers(1));
    }
}
