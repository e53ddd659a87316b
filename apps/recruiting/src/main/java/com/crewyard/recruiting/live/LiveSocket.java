package com.crewyard.recruiting.live;

import com.crewyard.kernel.CandidateId;
import com.crewyard.kernel.JobId;
import com.crewyard.kernel.OrganizationId;
import com.crewyard.recruiting.identity.CurrentUser;
import com.crewyard.recruiting.identity.Permission;
import com.crewyard.recruiting.platform.ProcessRole;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** {@code /live?job=5&after=123}: every journal entry of the job after the cursor, then those to come. */
@Component
@ProcessRole.Only(ProcessRole.WEB)
class LiveSocket extends TextWebSocketHandler implements SmartLifecycle {

    private static final int SEND_LIMIT_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 512 << 10;
    /** RFC 6455's registry: the service restarts, come again. */
    private static final CloseStatus RESTART = CloseStatus.SERVICE_RESTARTED;

    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);

    private final Feeds feeds;
    private final JsonMapper json;
    private final ConcurrentMap<String, Follower> followers = new ConcurrentHashMap<>();
    private volatile boolean running;

    LiveSocket(Feeds feeds, JsonMapper json) {
        this.feeds = feeds;
        this.json = json;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws IOException {
        Optional<CurrentUser> user = userOf(session).filter(found -> found.may(Permission.JOBS_READ));
        if (user.isEmpty()) {
            session.close(CloseStatus.POLICY_VIOLATION);
            return;
        }
        Map<String, String> query = session.getUri() == null
                ? Map.of()
                : UriComponentsBuilder.fromUri(session.getUri())
                        .build()
                        .getQueryParams()
                        .toSingleValueMap();
        Follower follower = new Follower(
                new ConcurrentWebSocketSessionDecorator(session, SEND_LIMIT_MILLIS, BUFFER_BYTES),
                user.get().organization(),
                new Frame.Topic(
                        number(query, "job").map(JobId::new),
                        number(query, "candidate").map(CandidateId::new)));
        followers.put(session.getId(), follower);
        feeds.of(follower.organization())
                .subscribe(follower, number(query, "after").orElse(0L));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        Follower follower = followers.remove(session.getId());
        if (follower != null) {
            feeds.of(follower.organization()).unsubscribe(follower);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        followers.values().forEach(follower -> follower.close(RESTART));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Optional<CurrentUser> userOf(WebSocketSession session) {
        return session.getPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof CurrentUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    private static Optional<Long> number(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name))
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .filter(value -> value > 0 || name.equals("after"));
    }

    private final class Follower implements OrganizationFeed.Subscriber {

        private final ConcurrentWebSocketSessionDecorator session;
        private final OrganizationId organization;
        private final Frame.Topic topic;

        Follower(ConcurrentWebSocketSessionDecorator session, OrganizationId organization, Frame.Topic topic) {
            this.session = session;
            this.organization = organization;
            this.topic = topic;
        }

        OrganizationId organization() {
            return organization;
        }

        @Override
        public Frame.Topic topic() {
            return topic;
        }

        @Override
        public void send(List<Frame> frames) {
            try {
                for (Frame frame : frames) {
                    session.sendMessage(new TextMessage(json.writeValueAsString(frame)));
                }
            } catch (IOException | RuntimeException e) {
                log.debug("a page is gone; it comes back with its cursor", e);
                close(CloseStatus.SESSION_NOT_RELIABLE);
            }
        }

        void close(CloseStatus status) {
            try {
                session.close(status);
            } catch (IOException e) {
                log.debug("closing a page's connection failed", e);
            }
        }
    }
}
