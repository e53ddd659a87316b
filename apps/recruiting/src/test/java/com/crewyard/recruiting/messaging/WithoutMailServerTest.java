package com.crewyard.recruiting.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.crewyard.kernel.CrewyardException;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.ApplicationFixture;
import com.crewyard.recruiting.activity.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WithoutMailServerTest extends ApplicationFixture {

    @Autowired
    private Messages messages;

    @Autowired
    private Templates templates;

    @Test
    void holdsMessagesAndSaysWhy() {
        OrganizationId organization = newUser().organization();
        MessageId id = Tenancy.in(
                organization,
                () -> transactions.execute(_ -> messages.queueUnattended(
                        Actor.SYSTEM,
                        new NewMessage(
                                Optional.empty(),
                                Optional.empty(),
                                "ana@example.com",
                                Optional.empty(),
                                new Draft("Hello", "from {{organization_name}}"),
                                Map.of()))));
        await().until(() -> find(organization, id).state() == Message.State.HELD);
        assertThat(find(organization, id).standing()).isEqualTo("not sent: no mail server is configured");
        Tenancy.in(organization, () -> messages.sendAgain(Actor.SYSTEM, id));
        await().until(() -> find(organization, id).state() == Message.State.HELD);
    }

    @Test
    void startsWithATemplateForEachPurposeAndLetsPeopleChangeThem() {
        OrganizationId organization = newUser().organization();
        Tenancy.in(organization, () -> {
            List<Template> standard = templates.all();
            assertThat(standard)
                    .extracting(Template::name)
                    .containsExactly("Application received", "Invitation", "Rejection");
            Template rejection = templates.of(Template.Purpose.REJECTION);
            templates.change(Actor.SYSTEM, rejection.id(), "No, thank you", new Draft("No", "Sorry"), 0);
            assertThat(templates.of(Template.Purpose.REJECTION).draft()).isEqualTo(new Draft("No", "Sorry"));
            assertThatThrownBy(
                            () -> templates.change(Actor.SYSTEM, rejection.id(), "Late", new Draft("No", "Sorry"), 0))
                    .hasMessageContaining("reload");
            assertThatThrownBy(() -> templates.delete(Actor.SYSTEM, rejection.id()))
                    .isInstanceOf(CrewyardException.class)
                    .hasMessageContaining("change its text instead");
        });
    }

    @Test
    void refusesATemplateWithAFieldNobodyKnowsOrATakenName() {
        OrganizationId organization = newUser().organization();
        Tenancy.in(organization, () -> {
            assertThatThrownBy(() -> templates.create(Actor.SYSTEM, "Mine", new Draft("Hi {{nobody}}", "x")))
                    .hasMessageContaining("{{nobody}} is not a field");
            Template mine = templates.create(Actor.SYSTEM, "Mine", new Draft("Hi", "x"));
            assertThatThrownBy(() -> templates.create(Actor.SYSTEM, "Mine", new Draft("Hi", "x")))
                    .hasMessageContaining("There is a template \"Mine\" already");
            templates.delete(Actor.SYSTEM, mine.id());
            assertThat(templates.find(mine.id())).isEmpty();
        });
    }

    @Test
    void keepsTemplatesAndMessagesToTheirOrganization() {
        OrganizationId one = newUser().organization();
        OrganizationId other = newUser().organization();
        Template mine = Tenancy.in(one, () -> templates.create(Actor.SYSTEM, "Mine", new Draft("Hi", "x")));
        assertThat(Tenancy.in(other, () -> templates.find(mine.id()))).isEmpty();
    }

    private Message find(OrganizationId organization, MessageId id) {
        return Tenancy.in(organization, () -> messages.find(id).orElseThrow());
    }
}
