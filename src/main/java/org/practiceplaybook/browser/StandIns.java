package org.practiceplaybook.browser;

import org.teavm.extension.spi.substitution.SimpleSubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Classes of Java that TeaVM does not have, as far as the judge needs them. */
public final class StandIns extends SimpleSubstitutionPolicy {
    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses(named("java.text.Normalizer")).replacePackage("java.text", "org.practiceplaybook.browser");
        sink.selectClasses(named("java.text.Normalizer$Form"))
                .replacePackage("java.text", "org.practiceplaybook.browser");
        sink.selectClasses(inPackage("java.time")).replacePackage("java.time", "org.practiceplaybook.browser");
    }
}
