package com.crewyard.hosting.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.hosting.Finding;
import com.crewyard.hosting.advice.Needs.LockIn;
import com.crewyard.hosting.advice.Needs.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NeedsReaderTest {

    @Test
    void readsEveryField() {
        NeedsReader.Reading reading = NeedsReader.read("needs.yaml", """
                load: {steady: 20 req/s, peak: 1.5k, idle_hours: 8, websocket_sessions: 500}
                instance: {cpu: 0.5, memory: 512Mi, requests: 80}
                data: {size: 20 GiB}
                regions: [eu-central-1, eu-west-1]
                budget: {monthly: 300 USD}
                team: {people: 3, skills: [Docker, Terraform]}
                compliance: {data_residency: [EU], single_tenant: true}
                workloads: [api, web, websocket, worker, cron]
                time_to_launch: 2 weeks
                lock_in: low
                weights: {Robustness: 2.5}
                """);

        assertThat(reading.findings()).isEmpty();
        Needs needs = reading.needs();
        assertThat(needs.load().steady()).hasValue(20);
        assertThat(needs.load().peak()).hasValue(1500);
        assertThat(needs.instance().memoryMebibytes()).hasValue(512);
        assertThat(needs.dataGibibytes()).hasValue(20);
        assertThat(needs.monthlyBudget()).hasValue(300);
        assertThat(needs.team().skills()).containsExactly("docker", "terraform");
        assertThat(needs.compliance().singleTenant()).isTrue();
        assertThat(needs.workloads()).containsExactly(Workload.values());
        assertThat(needs.timeToLaunch()).contains(Duration.ofDays(14));
        assertThat(needs.lockIn()).contains(LockIn.LOW);
        assertThat(needs.weights()).containsEntry("Robustness", 2.5);
    }

    @Test
    void refusesUnknownKeysWithLineColumnAndSuggestion() {
        assertThat(NeedsReader.read("needs.yaml", "load:\n  stedy: 5\ntaem: {}\nworkloads: [apis]\n")
                        .findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "needs.yaml:2:3: \"stedy\" is not a field of load; did you mean \"steady\"?",
                        "needs.yaml:3:1: \"taem\" is not a field here; did you mean \"team\"?",
                        "needs.yaml:4:12: workloads: \"apis\" is unknown; did you mean \"api\"?");
    }

    @Test
    void saysWhatAValueMustLookLike() {
        assertThat(NeedsReader.read(
                                "n.yaml",
                                "load: {steady: fast, idle_hours: 25}\nlock_in: none\ninstance: {memory: big}\n")
                        .findings())
                .extracting(Finding::message)
                .containsExactlyInAnyOrder(
                        "load.steady: \"fast\" is not a rate such as 20 or 20 req/s",
                        "load.idle_hours: 25 is outside 0 to 24",
                        "lock_in: \"none\" is unknown; known are high, low, medium",
                        "instance.memory: \"big\" is not a size such as 512Mi or 20 GiB");
    }

    @Test
    void anEmptyFileNeedsNothing() {
        NeedsReader.Reading reading = NeedsReader.read("n.yaml", "");

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.needs()).isEqualTo(Needs.NONE);
    }

    @Test
    void saysWhereYamlIsBroken() {
        assertThat(NeedsReader.read("n.yaml", "load: {steady: 5\nteam: [").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.line()).isEqualTo(2);
                });
    }
}
