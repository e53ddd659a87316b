package com.crewyard.recruiting;

import com.crewyard.testing.VirtualClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of the whole application, running on a port and a database of its own. The application is started once for all
 * such tests, so each works in organizations of its own: {@link Recruiting#newOrganization()}. Its beans, {@link
 * Recruiting} and {@link VirtualClock} among them, are parameters of the test's constructor.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = RecruitingApplication.class,
        properties = {"crewyard.demo=false", "crewyard.database-pool=10", "crewyard.request-limits=false"})
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(RecruitingTestConfiguration.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@ExtendWith(RecruitingTest.RealTimeAfterwards.class)
public @interface RecruitingTest {

    /** A clock that a test has moved does not stay moved for the next one. */
    final class RealTimeAfterwards implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            SpringExtension.getApplicationContext(context)
                    .getBean(VirtualClock.class)
                    .reset();
        }
    }
}
