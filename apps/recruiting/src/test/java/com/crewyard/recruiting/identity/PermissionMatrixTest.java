package com.crewyard.recruiting.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.postgres.Tenancy;
import com.crewyard.recruiting.Recruiting;
import com.crewyard.recruiting.RecruitingTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Asks for every operation of the API and of the pages as every role, and compares with what the role may. An operation
 * that is allowed may still fail for what it was asked about; one that is not is refused before that.
 */
@RecruitingTest
class PermissionMatrixTest {

    private static final long NOBODY = 900_000_000_000L;

    private final Recruiting recruiting;
    private final People people;
    private final AccessTokens tokens;
    private final RequestMappingHandlerMapping handlers;
    private final HttpClient http = HttpClient.newHttpClient();

    PermissionMatrixTest(
            Recruiting recruiting,
            People people,
            AccessTokens tokens,
            RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.recruiting = recruiting;
        this.people = people;
        this.tokens = tokens;
        this.handlers = requestMappingHandlerMapping;
    }

    private record Operation(String method, String path, boolean multipart, Optional<Permission> permission) {
        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean isAllowedTo(Role role) {
            return permission.map(role::may).orElse(true);
        }
    }

    @Test
    void holdsForEveryRoleAndOperation() throws Exception {
        List<Operation> operations = operations();
        assertThat(operations).filteredOn(Operation::isApi).hasSizeGreaterThan(15);
        assertThat(operations).filteredOn(operation -> !operation.isApi()).hasSizeGreaterThan(15);
        Map<Role, Caller> callers = callers();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<Role, Caller> caller : callers.entrySet()) {
            for (Operation operation : operations) {
                int status = caller.getValue().ask(operation);
                boolean refused = status == 403;
                if (refused == operation.isAllowedTo(caller.getKey())) {
                    wrong.add("%s %s as %s answered %d"
                            .formatted(
                                    operation.method(),
                                    operation.path(),
                                    caller.getKey().code(),
                                    status));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesStrangersWhateverTheyAskFor() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations()) {
            int status = new Caller(Optional.empty(), Optional.empty()).ask(operation);
            // Pages send strangers to the log-in; a form without its token is refused before that.
            Set<Integer> expected = operation.isApi() ? Set.of(401) : Set.of(303, 401, 403);
            if (!expected.contains(status)) {
                wrong.add("%s %s answered %d".formatted(operation.method(), operation.path(), status));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void givesEachRoleWhatTheGuideSays() {
        assertThat(Role.ORG_ADMIN.permissions()).containsExactlyInAnyOrder(Permission.values());
        assertThat(Role.CANDIDATE.permissions()).isEmpty();
        assertThat(Role.VIEWER.permissions())
                .containsExactlyInAnyOrder(Permission.PEOPLE_READ, Permission.JOBS_READ, Permission.CANDIDATES_READ);
        assertThat(Role.INTERVIEWER.permissions())
                .contains(Permission.COLLABORATE)
                .doesNotContain(Permission.APPLICATIONS_MOVE);
        assertThat(Role.HIRING_MANAGER.permissions())
                .contains(Permission.APPLICATIONS_MOVE, Permission.MATCHING_RUN)
                .doesNotContain(Permission.JOBS_WRITE, Permission.CANDIDATES_WRITE);
        assertThat(Role.RECRUITER.permissions())
                .contains(Permission.JOBS_WRITE, Permission.CANDIDATES_MERGE)
                .doesNotContain(Permission.ORGANIZATION_EDIT, Permission.PEOPLE_MANAGE);
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (isOpen(handler) || !handler.getBeanType().getPackageName().startsWith("com.crewyard.")) {
                return;
            }
            Requires requires = handler.getMethodAnnotation(Requires.class);
            for (String pattern : mapping.getPatternValues()) {
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    operations.add(new Operation(
                            method.name(),
                            pattern.replaceAll("\\{\\w+:(\\w+)\\|[^}]+}", "$1")
                                    .replaceAll("\\{[^}]+}", Long.toString(NOBODY)),
                            mapping.getConsumesCondition().toString().contains("multipart"),
                            Optional.ofNullable(requires).map(Requires::value)));
                }
            }
        });
        return operations;
    }

    private static boolean isOpen(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Anyone.class)
                || handler.getBeanType().isAnnotationPresent(Anyone.class);
    }

    private Map<Role, Caller> callers() {
        Recruiting.Api admin = recruiting.newOrganization("Matrix", "matrix@example.com");
        JsonNode me = admin.get("/api/v1/users/me").json();
        OrganizationId organization = new OrganizationId(me.get("org_id").asLong());
        CurrentUser administrator = new CurrentUser(
                new UserId(me.get("id").asLong()), organization, Role.ORG_ADMIN, "matrix@example.com", "Ada Admin");
        Map<Role, Caller> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            if (role != Role.CANDIDATE) {
                String email = "matrix-" + role.code() + "@example.com";
                People.Invitation invitation =
                        Tenancy.in(organization, () -> people.invite(administrator, email, "Rae Role", role));
                CurrentUser user = people.accept(invitation.token(), "Rae Role", Recruiting.PASSWORD);
                Recruiting.Pages pages = recruiting.pages();
                pages.get("/login");
                pages.submit("/login", Map.of("email", email, "password", Recruiting.PASSWORD));
                callers.put(role, new Caller(Optional.of(tokens.issue(user)), Optional.of(pages)));
            }
        }
        return callers;
    }

    private final class Caller {

        private final Optional<String> token;
        private final Optional<Recruiting.Pages> pages;

        private Caller(Optional<String> token, Optional<Recruiting.Pages> pages) {
            this.token = token;
            this.pages = pages;
        }

        int ask(Operation operation) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(recruiting.uri(operation.path()));
            String type = operation.isApi() ? "application/json" : "application/x-www-form-urlencoded";
            request.header("Content-Type", operation.multipart() ? "multipart/form-data; boundary=x" : type);
            if (operation.isApi()) {
                token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
            } else {
                request.header("Accept", "text/html, application/json");
                pages.ifPresent(session -> request.header("Cookie", session.cookies())
                        .header("X-CSRF-TOKEN", session.formToken())
                        .header("X-XSRF-TOKEN", session.formToken()));
            }
            boolean hasBody =
                    !operation.method().equals("GET") && !operation.method().equals("DELETE");
            String body = operation.isApi() ? "{}" : "";
            request.method(
                    operation.method(),
                    hasBody
                            ? HttpRequest.BodyPublishers.ofString(operation.multipart() ? "--x--\r\n" : body)
                            : HttpRequest.BodyPublishers.noBody());
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
