package dev.kindling.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a driver whose host was given listens on. */
class LocalNetworkTest {

    @Test
    void everyAddressOfThisMachineIsItsOwn() {
        assertThat(LocalNetwork.ownAddresses()).isNotEmpty().allSatisfy(own -> assertThat(LocalNetwork.own(own.host()))
                .hasValue(own.host()));
    }

    @Test
    void anAddressOfAnotherMachineIsNot() {
        assertThat(LocalNetwork.own("192.0.2.7")).isEmpty();
        assertThat(LocalNetwork.own("[2001:db8::7]")).isEmpty();
    }

    @Test
    void loopbackIsOwnAsALiteralOnly() {
        assertThat(LocalNetwork.own("127.0.0.1")).hasValue("127.0.0.1");
        assertThat(LocalNetwork.own("localhost")).isEmpty();
    }

    @Test
    void aNameThatDoesNotResolveIsNot() {
        assertThat(LocalNetwork.own("no-such-host.invalid")).isEmpty();
    }

    @Test
    void onlyLiteralsAreTakenForAPodsAddress() {
        assertThat(LocalNetwork.isOwn(null)).isFalse();
        assertThat(LocalNetwork.isOwn("localhost")).isFalse();
        assertThat(LocalNetwork.isOwn("127.0.0.1")).isTrue();
    }
}
