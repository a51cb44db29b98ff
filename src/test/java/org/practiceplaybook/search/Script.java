package org.practiceplaybook.search;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.fixture.DebianProgram;
import org.practiceplaybook.theme.Json;

/** The search's script, as a browser runs it, on an index that a test made. Node runs it, one for all tests. */
public final class Script implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static BufferedWriter questions;
    private static BufferedReader answers;

    private final int number;

    private Script(int number) {
        this.number = number;
    }

    /** A stretch of text under a heading. */
    public record Passage(String anchor, String heading, String text) {}

    /**
     * A page that was found, as the script gives it.
     *
     * @param passages of its text, of a long one the beginning of each
     * @param section heading of the place where the result opens, or empty
     * @param text of that place
     * @param inAll least and most minutes that it takes of all people, null where nobody has to be counted
     */
    public record Hit(
            String page,
            String anchor,
            double score,
            String title,
            String summary,
            String strip,
            String type,
            List<Passage> passages,
            String section,
            String text,
            List<Integer> inAll) {
        public String place() {
            return page + "#" + anchor;
        }
    }

    /** A stretch of a query that was read as something that must fit; plain if it is meant as words all the same. */
    public record Read(String name, String value, String text, boolean plain) {
        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    /** So many more would be found with another number. */
    public record Near(String name, int value, int count) {}

    /**
     * What the script answers.
     *
     * @param read what was read as something that must fit
     * @param near what else would fit if a number were another
     * @param apart pages that fit, but are not done together
     * @param instead words that were taken for unknown ones
     * @param words of the query in their order, each with the compounds that it is a part of
     * @param counts of each facet's values, null if they were not asked for or cannot be told
     * @param missing files that were not there or not as they were written
     */
    public record Answer(
            List<Hit> hits,
            List<Read> read,
            List<Near> near,
            List<String> apart,
            int total,
            boolean exact,
            List<String> instead,
            Map<String, List<String>> words,
            boolean open,
            List<List<String>> phrases,
            List<List<String>> without,
            Map<String, List<String>> filters,
            Map<String, Map<String, Integer>> counts,
            List<String> missing) {
        public List<String> pages() {
            return hits.stream().map(Hit::page).toList();
        }

        public List<String> places() {
            return hits.stream().map(Hit::place).toList();
        }

        List<String> keys() {
            return List.copyOf(words.keySet());
        }
    }

    /** Opens a site's index, empty if there is none in these files. */
    public static Optional<Script> open(Map<String, byte[]> files) {
        return opened(Map.of("open", texts(files)));
    }

    /** The same index after something happened to files of it; one that becomes null is gone. */
    Optional<Script> changed(Map<String, byte[]> files) {
        return opened(Map.of("changed", number, "files", texts(files)));
    }

    private static Optional<Script> opened(Map<String, ?> question) {
        int site = ask(question).get("site").getAsInt();
        return site < 0 ? Optional.empty() : Optional.of(new Script(site));
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(
                (path, bytes) -> texts.put(path, bytes == null ? null : new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    public Answer search(String query, int limit) {
        return search(query, limit, Map.of(), false);
    }

    Answer search(String query, int limit, Map<String, List<String>> filters, boolean counts) {
        return search(List.of(query), limit, filters, counts).get(0);
    }

    /** Asks one query after the other. */
    public List<Answer> search(List<String> queries, int limit) {
        return search(queries, limit, Map.of(), false);
    }

    /** The same where some of the text is meant as words. */
    Answer plain(String query, String... plain) {
        return answers(Map.of("site", number, "texts", List.of(query), "limit", 10, "plain", List.of(plain)))
                .get(0);
    }

    private List<Answer> search(List<String> queries, int limit, Map<String, List<String>> filters, boolean counts) {
        return answers(Map.of("site", number, "texts", queries, "limit", limit, "filters", filters, "counts", counts));
    }

    private static List<Answer> answers(Map<String, ?> question) {
        JsonObject answer = ask(question);
        return List.of(GSON.fromJson(answer.get("answers"), Answer[].class));
    }

    /**
     * What a reader loads who has searched for nothing yet, by path.
     *
     * @param hits how many results there are
     * @param list until they are listed
     * @param first until the first have the words around those that were looked for
     * @param all until each has the words around those that were looked for
     */
    record Loaded(int hits, List<String> list, List<String> first, List<String> all) {}

    /** Asks each query as the first one. */
    List<Loaded> first(List<String> queries, int limit, int texts) {
        JsonObject answer = ask(Map.of("first", number, "texts", queries, "limit", limit, "atOnce", texts));
        return List.of(GSON.fromJson(answer.get("loaded"), Loaded[].class));
    }

    @Override
    public void close() {
        ask(Map.of("close", number));
    }

    private static synchronized JsonObject ask(Map<String, ?> question) {
        try {
            if (questions == null) {
                start();
            }
            questions.write(Json.of(question).toString());
            questions.write('\n');
            questions.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the script's process ended");
            }
            JsonObject answer = JsonParser.parseString(line).getAsJsonObject();
            if (answer.has("failure")) {
                throw new AssertionError(answer.get("failure").getAsString());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It ends with this process, which holds the other end of its input. */
    private static void start() throws IOException {
        Process node = node("src/test/resources/search/ask.mjs")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        questions = node.outputWriter(StandardCharsets.UTF_8);
        answers = node.inputReader(StandardCharsets.UTF_8);
    }

    /** Node with a script of this project, not yet started. */
    public static ProcessBuilder node(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                DebianProgram.find("nodejs", "node", "nodejs", "node.exe").toString(), script));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
