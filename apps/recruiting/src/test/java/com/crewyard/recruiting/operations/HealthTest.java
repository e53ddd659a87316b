package com.crewyard.recruiting.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.RecruitingTest;
import com.crewyard.testing.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@RecruitingTest
class HealthTest {

    private final Recruiting recruiting;
    private final VirtualClock clock;

    HealthTest(Recruiting recruiting, VirtualClock clock) {
        this.recruiting = recruiting;
        this.clock = clock;
    }

    @Test
    void answersWhoeverAsks() {
        assertThat(recruiting
                        .anonymous()
                        .get("/healthz")
                        .mustBe(200)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("ok");
    }

    @Test
    void tellsReadinessAndLiveness() {
        recruiting.anonymous().get("/actuator/health/readiness").mustBe(200);
        recruiting.anonymous().get("/actuator/health/liveness").mustBe(200);
    }

    @Test
    void accessTokensEndWithTheirTime() {
        Recruiting.Api admin = recruiting.newOrganization();
        admin.get("/api/v1/users/me").mustBe(200);
        clock.advance(Duration.ofDays(2));
        admin.get("/api/v1/users/me").mustBe(401);
    }
}
