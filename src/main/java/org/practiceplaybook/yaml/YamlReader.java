package org.practiceplaybook.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.practiceplaybook.source.Characters;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a stretch of a file as YAML 1.2. Never fails: where the text is not YAML, a diagnostic says what the writer can
 * see, and what could be saved line by line is still given.
 */
public final class YamlReader {
    /** In code points; a glossary of ten thousand words is shorter. */
    static final int LONGEST = 1 << 20;
    /** More findings of one kind would drown the others. */
    private static final int MOST_TWICE = 100;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowRecursiveKeys(false)
            .setAllowNonScalarKeys(true)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LONGEST)
            .build();

    private final SourceFile file;
    private final KnownKeys keys;
    private final int start;
    private final int end;
    private final String text;
    private final int codePoints;
    /** Which of the code points are two units of the text. */
    private final int[] pairs;

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private int twice;

    private YamlReader(SourceFile file, Span span, KnownKeys keys) {
        this.file = file;
        this.keys = keys;
        this.start = span.start();
        this.end = span.end();
        this.text = file.text().substring(start, end);
        this.codePoints = text.codePointCount(0, text.length());
        this.pairs = new int[text.length() - codePoints];
        for (int at = 0, point = 0, found = 0; found < pairs.length; point++) {
            int units = Character.charCount(text.codePointAt(at));
            if (units == 2) {
                pairs[found++] = point;
            }
            at += units;
        }
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
     * @param keys that it may have
     */
    public static Result read(SourceFile file, Span span, KnownKeys keys) {
        return new YamlReader(file, span, keys).read();
    }

    private Result read() {
        if (codePoints > LONGEST) {
            return new Result(Yaml.Mapping.EMPTY, false, List.of(tooLong()));
        }
        try {
            Parser parser = new ShallowParser(new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text)));
            Optional<Node> root = new Composer(SETTINGS, parser).getSingleNode();
            if (root.isEmpty()
                    || root.get() instanceof ScalarNode scalar
                            && scalar.getValue().isEmpty()) {
                return new Result(Yaml.Mapping.EMPTY, true, diagnostics);
            }
            Optional<Node> tagged = first(root.get(), this::isTagged);
            if (tagged.isPresent()) {
                return saved(YamlMistakes.specialStart(file, span(tagged.get())));
            }
            Optional<Node> anchored = first(root.get(), YamlReader::isAnchored);
            if (anchored.isPresent()) {
                return saved(Diagnostic.of(
                                RuleCode.YAML_ANCHOR,
                                file.at(span(anchored.get())),
                                "names with & and * are not used in the playbook")
                        .effect("the entry without this part")
                        .remedy("write the value out again, or put quotation marks round it if it begins with & or *"));
            }
            Yaml value = convert(root.get());
            if (value instanceof Yaml.Mapping mapping) {
                return new Result(mapping, true, diagnostics);
            }
            return saved(
                    Diagnostic.of(RuleCode.YAML_NO_KEYS, file.at(firstLine()), "no \"key: value\" was found here")
                            .effect(
                                    file.path().endsWith(".md")
                                            ? "the entry without its title"
                                            : "nothing of this file")
                            .remedy(
                                    file.path().endsWith(".md")
                                            ? "begin each line with a key and a colon, for example: title: Know your role"
                                            : "begin each part with its short name and a colon, as the file of a new playbook does"));
        } catch (ShallowParser.TooDeep e) {
            return saved(tooDeep(offset(e.getProblemMark())));
        } catch (ReaderException e) {
            return saved(controlSign(e.getCodePoint(), offset(e.getPosition())));
        } catch (MarkedYamlEngineException e) {
            return saved(YamlMistakes.explain(file, keys, start, end, offset(e.getProblemMark()), e.getProblem()));
        } catch (YamlEngineException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // the library lets the last two through for a \\x or \\u without its digits
            return saved(YamlMistakes.explain(file, keys, start, end, start, String.valueOf(e.getMessage())));
        }
    }

    private Result saved(Diagnostic reason) {
        diagnostics.add(reason);
        return new Result(LineByLine.read(file, start, end), false, diagnostics);
    }

    private Diagnostic tooLong() {
        return Diagnostic.of(
                        RuleCode.YAML_TOO_LONG,
                        file.at(new Span(start, start)),
                        "this is longer than any list of terms")
                .label("more than " + LONGEST + " characters")
                .effect("nothing of it")
                .remedy("keep what readers need and take the rest out");
    }

    private Diagnostic tooDeep(int offset) {
        Span at = new Span(offset, Math.min(end, offset + 1));
        return Diagnostic.of(RuleCode.YAML_TOO_DEEP, file.at(at), "too many values inside each other")
                .effect("the entry without this part")
                .remedy("take out the brackets, dashes or indents that are not needed");
    }

    private Diagnostic controlSign(int codePoint, int offset) {
        Span at = new Span(offset, Math.min(end, offset + Character.charCount(codePoint)));
        return Characters.unfit(file.at(at), codePoint).replaceBy("");
    }

    /** The value of a scalar; what no text may hold can be written in it by an escape. */
    private String value(ScalarNode scalar) {
        String value = scalar.getValue();
        int unfit = Characters.firstUnfit(value, 0);
        if (unfit < 0) {
            return value;
        }
        Span written = span(scalar);
        Escapes.unfit(file.slice(written))
                .ifPresentOrElse(
                        at -> diagnostics.add(Characters.unfit(
                                        file.at(new Span(written.start() + at.start(), written.start() + at.end())),
                                        value.codePointAt(unfit))
                                .replaceBy("")),
                        () -> diagnostics.add(Characters.unfit(file.at(written), value.codePointAt(unfit))));
        return Characters.legible(value);
    }

    /** A tag has the value behind it read as something else, which would lose the tag's own letters. */
    private boolean isTagged(Node node) {
        return file.text().startsWith("!", offset(node.getStartMark()));
    }

    private static boolean isAnchored(Node node) {
        return node.getAnchor().isPresent() || node.isRecursive();
    }

    /** In the order of the text, so that one that holds itself is found before it is entered. */
    private static Optional<Node> first(Node node, Predicate<Node> sought) {
        if (sought.test(node) || isAnchored(node)) {
            return sought.test(node) ? Optional.of(node) : Optional.empty();
        }
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                Optional<Node> found = first(item, sought);
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                Optional<Node> found = first(tuple.getKeyNode(), sought).or(() -> first(tuple.getValueNode(), sought));
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
            String value = value(scalar);
            boolean sameLetters = scalar.isPlain() && value.equals(file.slice(span));
            return new Yaml.Text(value, span, sameLetters || scalar.isPlain() && value.isEmpty());
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
                diagnostics.add(Diagnostic.of(RuleCode.YAML_KEY, file.at(keySpan), "a key must be a plain word")
                        .effect("the entry without this part")
                        .remedy("put quotation marks round it if it begins with [ or {"));
                continue;
            }
            String key = value(scalar);
            Span before = seen.putIfAbsent(key, keySpan);
            if (before != null) {
                if (++twice > MOST_TWICE) {
                    continue;
                }
                diagnostics.add(Diagnostic.of(RuleCode.KEY_TWICE, file.at(keySpan), "\"" + key + "\" is written twice")
                        .label("first in line " + file.position(before.start()).line())
                        .effect("only the first of the two")
                        .remedy("keep one of the lines, with all that it should say"));
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
        return offset(mark.map(Mark::getIndex).orElse(0));
    }

    private int offset(int codePoint) {
        int index = Math.min(codePoint, codePoints);
        int before = Arrays.binarySearch(pairs, index);
        return Math.min(end, start + index + (before < 0 ? -before - 1 : before));
    }
}
