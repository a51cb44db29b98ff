package org.practiceplaybook.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a stretch of a file as YAML 1.2. Never fails: where the text is not YAML, a diagnostic says what the writer can
 * see, and what could be saved line by line is still given.
 */
public final class YamlReader {
    /** Brackets inside each other; more than any entry needs, and far fewer than overflow a stack. */
    static final int DEEPEST = 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(1 << 20)
            .build();

    private final SourceFile file;
    private final int start;
    private final int end;
    private final String text;
    private final int codePoints;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private YamlReader(SourceFile file, Span span) {
        this.file = file;
        this.start = span.start();
        this.end = span.end();
        this.text = file.text().substring(start, end);
        this.codePoints = text.codePointCount(0, text.length());
    }

    /** What was read, and what was found on the way. */
    public record Result(Yaml.Mapping mapping, boolean readable, List<Diagnostic> diagnostics) {
        public Result {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Reads keys and values.
     *
     * @param span the stretch of the file that is YAML
     */
    public static Result read(SourceFile file, Span span) {
        return new YamlReader(file, span).read();
    }

    private Result read() {
        Optional<Diagnostic> tooDeep = deepBrackets();
        if (tooDeep.isPresent()) {
            return saved(tooDeep.get());
        }
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            if (root.isEmpty()) {
                return new Result(Yaml.Mapping.EMPTY, true, diagnostics);
            }
            Optional<Node> anchored = firstAnchored(root.get());
            if (anchored.isPresent()) {
                return saved(Diagnostic.error(
                                "yaml-anchor",
                                file.at(span(anchored.get())),
                                "names with & and * are not used in the playbook")
                        .effect("this part of the entry is missing")
                        .remedy("write the value out again, or put quotation marks round it if it begins with & or *"));
            }
            Yaml value = convert(root.get());
            if (value instanceof Yaml.Mapping mapping) {
                return new Result(mapping, true, diagnostics);
            }
            return saved(Diagnostic.error("yaml-no-keys", file.at(firstLine()), "no \"key: value\" was found here")
                    .effect("the entry without its title")
                    .remedy("begin each line with a key and a colon, for example: title: Know your role"));
        } catch (MarkedYamlEngineException e) {
            return saved(YamlMistakes.explain(file, start, end, offset(e.getProblemMark()), e.getProblem()));
        } catch (YamlEngineException e) {
            return saved(YamlMistakes.explain(file, start, end, start, String.valueOf(e.getMessage())));
        }
    }

    private Result saved(Diagnostic reason) {
        diagnostics.add(reason);
        return new Result(LineByLine.read(file, start, end), false, diagnostics);
    }

    private Optional<Diagnostic> deepBrackets() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                if (++depth > DEEPEST) {
                    Span at = new Span(start + i, start + i + 1);
                    return Optional.of(
                            Diagnostic.error("yaml-too-deep", file.at(at), "too many brackets inside each other")
                                    .effect("this part of the entry is missing")
                                    .remedy("take out the brackets that are not needed"));
                }
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            } else if (c == '\n' && (i + 1 >= text.length() || !Character.isWhitespace(text.charAt(i + 1)))) {
                depth = 0;
            }
        }
        return Optional.empty();
    }

    /** In the order of the text, so that one that holds itself is found before it is entered. */
    private static Optional<Node> firstAnchored(Node node) {
        if (node.getAnchor().isPresent() || node.isRecursive()) {
            return Optional.of(node);
        }
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                Optional<Node> found = firstAnchored(item);
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Optional<Node> found = firstAnchored(tuple.getKeyNode()).or(() -> firstAnchored(tuple.getValueNode()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Yaml convert(Node node) {
        if (node instanceof ScalarNode scalar) {
            Span span = span(scalar);
            boolean sameLetters = scalar.isPlain() && scalar.getValue().equals(file.slice(span));
            return new Yaml.Text(
                    scalar.getValue(),
                    span,
                    sameLetters || scalar.isPlain() && scalar.getValue().isEmpty());
        }
        if (node instanceof SequenceNode sequence) {
            return new Yaml.Items(
                    sequence.getValue().stream().map(this::convert).toList(), span(sequence));
        }
        return mapping((MappingNode) node);
    }

    private Yaml.Mapping mapping(MappingNode node) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Span keySpan = span(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
                diagnostics.add(Diagnostic.error("yaml-key", file.at(keySpan), "a key must be a plain word")
                        .effect("this part of the entry is missing")
                        .remedy("put quotation marks round it if it begins with [ or {"));
                continue;
            }
            String key = scalar.getValue();
            Span before = seen.putIfAbsent(key, keySpan);
            if (before != null) {
                diagnostics.add(Diagnostic.error("key-twice", file.at(keySpan), "\"" + key + "\" is written twice")
                        .label("first in line " + file.position(before.start()).line())
                        .effect("only the first of the two")
                        .remedy("keep one of the lines; several values make a list: " + key + ": [one, two]"));
                continue;
            }
            entries.add(new Yaml.Entry(new Located<>(key, keySpan), convert(tuple.getValueNode())));
        }
        return new Yaml.Mapping(entries, span(node));
    }

    private Span firstLine() {
        int at = start;
        while (at < end && Character.isWhitespace(file.text().charAt(at))) {
            at++;
        }
        Span line = file.lineAt(at);
        return new Span(at, Math.max(at, Math.min(line.end(), end)));
    }

    private Span span(Node node) {
        int from = offset(node.getStartMark());
        int to = Math.max(from, offset(node.getEndMark()));
        // a block value ends where the next key begins: take away the white space between
        while (to > from && Character.isWhitespace(file.text().charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }

    /** The library counts in code points. */
    private int offset(Optional<Mark> mark) {
        int index = Math.min(mark.map(Mark::getIndex).orElse(0), codePoints);
        int units = codePoints == text.length() ? index : text.offsetByCodePoints(0, index);
        return Math.min(end, start + units);
    }
}
