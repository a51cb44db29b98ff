package org.practiceplaybook.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.practiceplaybook.search.Batch;
import org.practiceplaybook.search.Engine;
import org.practiceplaybook.search.Hit;
import org.practiceplaybook.search.SearchIndex;
import org.practiceplaybook.theme.Json;
import org.practiceplaybook.work.MachineRefused;

/** {@code playbook search}: what a reader of a built site would find. */
final class SearchVerb implements Verb {
    private static final int SHOWN = 10;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String purpose() {
        return "say what a reader of the built site would find";
    }

    @Override
    public String usage() {
        return "search \"words\" [--site DIR] [--format text|json] [--limit N] | search --queries FILE.jsonl [--format json]";
    }

    @Override
    public Options options() {
        Options options = new Options();
        options.addOption(Verb.value("site", "DIR", "the built site (site)"));
        options.addOption(Verb.value("queries", "FILE.jsonl", "a query a line: {\"id\": \"…\", \"text\": \"…\"}"));
        options.addOption(Verb.value("format", "text|json", "json is a line a query"));
        options.addOption(Verb.value("limit", "N", "results of a query, at most (10)"));
        return options;
    }

    @Override
    public boolean takesWords() {
        return true;
    }

    @Override
    public int run(CommandLine line, Console console) {
        boolean json = json(line);
        int limit = limit(line);
        List<Batch.Item> queries = queries(line, console);
        Path site = console.path(line.getOptionValue("site", "site"));
        SearchIndex index = SearchIndex.open(path -> read(site, path))
                .orElseThrow(() -> new UsageProblem("there is no search index of this version in " + site
                        + "; make the site with: playbook build, or name another with --site"));
        Engine engine = new Engine(index);
        for (Batch.Item query : queries) {
            List<Hit> hits = engine.search(query.text(), limit);
            if (json) {
                console.give(json(query, hits));
            } else {
                tell(query, hits, queries.size() > 1, console);
            }
        }
        if (!index.missing().isEmpty()) {
            console.warn("note: the index is not complete, build the site again; missing or damaged: "
                    + String.join(", ", index.missing()));
        }
        return Exit.DONE;
    }

    private static boolean json(CommandLine line) {
        String format = line.getOptionValue("format", "text");
        if (!format.equals("text") && !format.equals("json")) {
            throw new UsageProblem("--format is text or json, not \"" + format + "\"");
        }
        return format.equals("json");
    }

    private static int limit(CommandLine line) {
        String written = line.getOptionValue("limit", String.valueOf(SHOWN));
        if (!written.matches("[1-9][0-9]{0,5}")) {
            throw new UsageProblem("--limit is a number from 1, not \"" + written + "\"");
        }
        return Integer.parseInt(written);
    }

    private static List<Batch.Item> queries(CommandLine line, Console console) {
        if (line.hasOption("queries")) {
            if (!line.getArgList().isEmpty()) {
                throw new UsageProblem("give words or --queries, not both");
            }
            return batch(console.path(line.getOptionValue("queries")));
        }
        if (line.getArgList().isEmpty()) {
            throw new UsageProblem("say what to look for: playbook search \"words\"");
        }
        return List.of(new Batch.Item("1", String.join(" ", line.getArgList())));
    }

    private static List<Batch.Item> batch(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UsageProblem("there is no file " + file);
        }
        try {
            return Batch.of(Files.readAllLines(file));
        } catch (CharacterCodingException e) {
            throw new UsageProblem(file + " is not UTF-8");
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        } catch (Batch.UnreadableLine e) {
            throw new UsageProblem(file + ":" + e.number()
                    + ": each line is a query, {\"id\": \"1\", \"text\": \"words\"}; this one is not");
        }
    }

    private static Optional<byte[]> read(Path site, String path) {
        Path file = site.resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw MachineRefused.because("read " + file, e);
        }
    }

    private static String json(Batch.Item query, List<Hit> hits) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Hit hit : hits) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("page", hit.page());
            row.put("anchor", hit.anchor());
            row.put("score", hit.score());
            rows.add(row);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", query.id());
        answer.put("hits", rows);
        return Json.of(answer).toString();
    }

    private static void tell(Batch.Item query, List<Hit> hits, boolean named, Console console) {
        if (named) {
            console.say(query.id() + ": " + query.text());
        }
        if (hits.isEmpty()) {
            console.say("Nothing was found.");
        }
        for (Hit hit : hits) {
            String anchor = hit.anchor().isEmpty() ? "" : "#" + hit.anchor();
            console.say(String.format(Locale.ROOT, "%7.2f  %s", hit.score(), hit.page() + anchor));
        }
    }
}
