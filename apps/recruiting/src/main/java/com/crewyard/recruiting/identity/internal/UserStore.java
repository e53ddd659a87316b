package com.crewyard.recruiting.identity.internal;

import com.crewyard.kernel.OrganizationId;
import com.crewyard.kernel.UserId;
import com.crewyard.recruiting.identity.Role;
import com.crewyard.recruiting.identity.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class UserStore {

    private static final String SELECT = """
            select id, organization_id, email, full_name, role, password_hash, disabled_at, last_login_at
            from identity.app_user
            """;

    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user with what a log-in is checked against. */
    record Login(User user, Optional<String> passwordHash) {}

    Optional<Login> loginByEmail(String email) {
        return jdbc.sql(SELECT + "where email = ?")
                .param(email)
                .query((row, number) ->
                        new Login(read(row, number), Optional.ofNullable(row.getString("password_hash"))))
                .optional();
    }

    public Optional<User> find(UserId id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id.value())
                .query(UserStore::read)
                .optional();
    }

    public List<User> all() {
        return jdbc.sql(SELECT + "order by full_name, id")
                .query(UserStore::read)
                .list();
    }

    /** Empty when the email is taken, in this organization or in another. */
    Optional<UserId> insert(String email, String fullName, Role role, Optional<String> passwordHash) {
        return jdbc.sql("""
                        insert into identity.app_user (email, full_name, role, password_hash)
                        values (?, ?, ?, ?)
                        on conflict (email) do nothing
                        returning id""")
                .params(email, fullName, role.code())
                .param(passwordHash.orElse(null))
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    public boolean changeRole(UserId id, Role role) {
        return jdbc.sql("update identity.app_user set role = ?, version = version + 1 where id = ?")
                        .params(role.code(), id.value())
                        .update()
                == 1;
    }

    public boolean changeDisabled(UserId id, Optional<Instant> at) {
        return jdbc.sql("update identity.app_user set disabled_at = ?, version = version + 1 where id = ?")
                        .param(at.map(Timestamp::from).orElse(null))
                        .param(id.value())
                        .update()
                == 1;
    }

    void join(UserId id, String fullName, String passwordHash) {
        jdbc.sql("update identity.app_user set full_name = ?, password_hash = ?, version = version + 1 where id = ?")
                .params(fullName, passwordHash, id.value())
                .update();
    }

    void recordLogin(UserId id, Instant at) {
        jdbc.sql("update identity.app_user set last_login_at = ? where id = ?")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    /** Locks the administrators, so that two of them cannot each take the other's role away. */
    public long lockActiveAdministrators() {
        return jdbc.sql("""
                        select id from identity.app_user
                        where role = 'org_admin' and disabled_at is null and password_hash is not null
                        for update""").query(Long.class).list().size();
    }

    void insertInvitation(UserId user, String tokenSha256, Instant expiresAt) {
        jdbc.sql("insert into identity.invitation (token_sha256, user_id, expires_at) values (?, ?, ?)")
                .params(tokenSha256, user.value(), Timestamp.from(expiresAt))
                .update();
    }

    /** An invitation that has not expired. */
    record OpenInvitation(OrganizationId organization, UserId user) {}

    Optional<OpenInvitation> invitation(String tokenSha256, Instant now) {
        return jdbc.sql("""
                        select organization_id, user_id from identity.invitation
                        where token_sha256 = ? and expires_at > ?""")
                .params(tokenSha256, Timestamp.from(now))
                .query((row, _) -> new OpenInvitation(new OrganizationId(row.getLong(1)), new UserId(row.getLong(2))))
                .optional();
    }

    /** False when another request used it first. */
    boolean deleteInvitations(UserId user) {
        return jdbc.sql("delete from identity.invitation where user_id = ?")
                        .param(user.value())
                        .update()
                > 0;
    }

    private static User read(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getLong("id")),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("email"),
                row.getString("full_name"),
                Role.ofCode(row.getString("role")).orElseThrow(),
                row.getString("password_hash") != null,
                Optional.ofNullable(row.getTimestamp("disabled_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("last_login_at")).map(Timestamp::toInstant));
    }
}
