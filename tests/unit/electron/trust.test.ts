import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fingerprintOf, judge } from '../../../kiosk/main/certificate.ts';
import { makeMaintain } from '../../../kiosk/main/maintain.ts';
import { hashPin, makeDoor } from '../../../kiosk/main/pin.ts';
import { fingerprintOf as ofServer, makeCertificate } from '../../../server/tls/certificate.ts';
import type { Report } from '../../../kiosk/bridge.ts';

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

describe('the server’s certificate', async () => {
  const [own, other] = await Promise.all([makeCertificate([], Date.now()), makeCertificate([], Date.now())]);
  const url = 'https://192.168.1.10:8085';
  const shows = (
    data: string,
    hostname = '192.168.1.10',
    verificationResult = 'net::ERR_CERT_AUTHORITY_INVALID',
  ) => ({
    hostname,
    verificationResult,
    certificate: { data },
  });
  const pinned = (first: string | null = null) => {
    let held = first;
    const keep = vi.fn<(fingerprint: string) => void>((next) => void (held = next));
    return { get: () => held, keep };
  };
  const [good, bad, asChromiumSays] = [0, -2, -3];

  test('EL37 shell and server mean the same by a fingerprint', () => {
    expect(fingerprintOf(own.cert)).toBe(ofServer(own.cert));
    expect(fingerprintOf('no certificate')).toBeNull();
  });

  test('EL37 the first one is kept, and from then on no other is taken', () => {
    const pin = pinned();
    expect(judge(url, pin, shows(own.cert))).toBe(good);
    expect(pin.keep.mock.calls).toEqual([[ofServer(own.cert)]]);
    expect(judge(url, pin, shows(own.cert))).toBe(good);
    expect(judge(url, pin, shows(other.cert))).toBe(bad);
    // Not even one that somebody vouches for.
    expect(judge(url, pin, shows(other.cert, '192.168.1.10', 'net::OK'))).toBe(bad);
    expect(pin.keep).toHaveBeenCalledTimes(1);
  });

  test('EL37 one that was given at the start is the only one', () => {
    const pin = pinned(ofServer(own.cert));
    expect([judge(url, pin, shows(own.cert)), judge(url, pin, shows(other.cert))]).toEqual([good, bad]);
    expect(pin.keep).not.toHaveBeenCalled();
  });

  test('EL37 one that an authority vouches for may change', () => {
    const pin = pinned();
    for (const { cert } of [own, other])
      expect(judge(url, pin, shows(cert, '192.168.1.10', 'net::OK'))).toBe(good);
    expect(pin.keep).not.toHaveBeenCalled();
  });

  test.each([
    ['https://192.168.1.10:8085', '192.168.1.11', asChromiumSays],
    ['https://[fe80::1]:8085', 'fe80::1', good],
    ['https://may-chu.local', 'may-chu.local', good],
  ])('EL37 of %s, what %s shows is judged %i', (address, hostname, verdict) => {
    expect(judge(address, pinned(ofServer(own.cert)), shows(own.cert, hostname))).toBe(verdict);
  });

  test('EL37 what is no certificate is not taken', () => {
    expect(judge(url, pinned(), shows('garbage'))).toBe(bad);
  });
});

describe('the maintenance page', () => {
  const report = { version: '1.2.3' } as Report;
  const setUp = () => {
    const tools = {
      report: () => report,
      reload: vi.fn<() => void>(),
      restart: vi.fn<() => void>(),
      quit: vi.fn<() => void>(),
      trustAnew: vi.fn<() => void>(),
      place: vi.fn<(kiosk: number, wall: number | null) => void>(),
    };
    const clock = { now: 0 };
    const kept = hashPin('482913');
    const maintain = makeMaintain(
      makeDoor(() => kept),
      tools,
      () => clock.now,
    );
    return { tools, maintain, clock };
  };
  const open = { kind: 'open', report };
  const simple = ['reload', 'restart', 'quit', 'trustAnew'] as const;

  test('EL30 does and tells nothing before the PIN', async () => {
    const { maintain, tools } = setUp();
    for (const what of [...simple, 'look'] as const)
      expect(await maintain({ what })).toEqual({ kind: 'shut' });
    expect(await maintain({ what: 'place', kiosk: 1, wall: null })).toEqual({ kind: 'shut' });
    expect(await maintain({ what: 'unlock', pin: '111111' })).toEqual({ kind: 'wrong', waitMs: 0 });
    expect(await maintain({ what: 'quit' })).toEqual({ kind: 'shut' });
    for (const what of [...simple, 'place'] as const) expect(tools[what]).not.toHaveBeenCalled();
  });

  test.each(simple)('EL30 does %s after it', async (what) => {
    const { maintain, tools } = setUp();
    expect(await maintain({ what: 'unlock', pin: '482913' })).toEqual(open);
    expect(await maintain({ what })).toEqual(open);
    for (const tool of simple) expect(tools[tool]).toHaveBeenCalledTimes(tool === what ? 1 : 0);
  });

  test('EL30 is shut when left and when forgotten', async () => {
    const { maintain, tools, clock } = setUp();
    await maintain({ what: 'unlock', pin: '482913' });
    await maintain({ what: 'place', kiosk: 2, wall: 1 });
    expect(tools.place.mock.calls).toEqual([[2, 1]]);
    expect(await maintain({ what: 'leave' })).toEqual({ kind: 'shut' });
    expect(await maintain({ what: 'look' })).toEqual({ kind: 'shut' });
    await maintain({ what: 'unlock', pin: '482913' });
    clock.now = 180_000;
    expect(await maintain({ what: 'quit' })).toEqual({ kind: 'shut' });
    expect(tools.quit).not.toHaveBeenCalled();
  });
});
