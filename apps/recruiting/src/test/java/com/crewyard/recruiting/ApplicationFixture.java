package com.crewyard.recruiting;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.activity.Actor;
import com.crewyard.recruiting.identity.AccessTokens;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Registration;
import com.crewyard.recruiting.identity.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** For each test a new organization with its administrator, through the beans themselves and over HTTP. */
@RecruitingTest
public abstract class ApplicationFixture {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionOperations transactions;

    @Autowired
    protected JsonMapper json;

    @Autowired
    private Registration registration;

    @Autowired
    private AccessTokens tokens;

    @LocalServerPort
    private int port;

    protected User user;

    @BeforeEach
    void registerOrganization() {
        user = newUser();
    }

    protected User newUser() {
        int number = COUNTER.incrementAndGet();
        return registration.register(new Registration.Request(
                "fixture-owner%d@example.com".formatted(number),
                "correct horse",
                Optional.of("Olive Owner"),
                "Fixture " + number));
    }

    protected OrganizationId organization() {
        return user.organization();
    }

    protected Actor actor() {
        return Actor.user(user.id(), user.fullName());
    }

    protected CurrentUser currentUser() {
        return new CurrentUser(user.id(), user.organization(), user.role(), user.email(), user.fullName());
    }

    /** In the scope of the test's organization. */
    protected <T> T in(Supplier<T> work) {
        return Tenancy.in(organization(), work);
    }

    /** In a transaction of the test's organization. */
    protected <T> T inTransaction(Supplier<T> work) {
        return in(() -> transactions.execute(_ -> work.get()));
    }

    protected record Answer(int status, String text, HttpResponse<byte[]> response) {
        public byte[] bytes() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    protected Answer call(String method, String path, String body) {
        return call(method, path, body, user);
    }

    protected Answer call(String method, String path, String body, User as) {
        CurrentUser caller = new CurrentUser(as.id(), as.organization(), as.role(), as.email(), as.fullName());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + tokens.issue(caller))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        return send(request.build());
    }

    protected Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    protected JsonNode tree(Answer answer) {
        return json.readTree(answer.text());
    }

    protected String address(String path) {
        return "http://localhost:" + port + path;
    }
}
