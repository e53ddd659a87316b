package com.crewyard.recruiting.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FindSkillsPropertyTest {
    private static final Taxonomy TAXONOMY = Taxonomy.load();

    @Property
    void mentionsLieInsideTheTextInOrderWithoutOverlap(@ForAll("texts") String text, @ForAll boolean inSkillsSection) {
        int end = 0;
        for (SkillMention mention : TAXONOMY.findSkills(text, inSkillsSection)) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(end);
            assertThat(mention.end()).isGreaterThan(mention.start()).isLessThanOrEqualTo(text.length());
            assertThat(mention.surface()).isEqualTo(text.substring(mention.start(), mention.end()));
            assertThat(TAXONOMY.skill(mention.surface())).contains(mention.skill());
            end = mention.end();
        }
    }

    @Property
    void normalisesAnyText(@ForAll("texts") String text) {
        NormalizedTitle title = TAXONOMY.normalise(text);
        assertThat(title.confidence()).isBetween(0.0, 1.0);
        assertThat(title.title().isPresent()).isEqualTo(title.confidence() > 0);
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> names = TAXONOMY.skills().stream().map(Skill::label).toList();
        Arbitrary<String> glue =
                Arbitraries.of(" ", ", ", "/", ".", "\n", " and ", "++", "#", "&", "-", "(", "\u0308", "🚀");
        return Arbitraries.oneOf(Arbitraries.of(names), Arbitraries.strings().ofMaxLength(12), glue)
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
