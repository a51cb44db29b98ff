package org.practiceplaybook.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads JSON, of which YAML 1.2 is a superset. */
public final class JsonReader {
    /** In code points: some twenty thousand practices. */
    public static final int LONGEST = 200 << 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(LONGEST)
            .build();

    private JsonReader() {}

    /** Maps, lists, texts, numbers and truth values; nothing where the text is no JSON. */
    public static Optional<Object> read(String text) {
        try {
            return Optional.ofNullable(new Load(SETTINGS).loadFromString(text));
        } catch (YamlEngineException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
