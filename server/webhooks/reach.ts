import { BlockList, isIP } from 'node:net';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function listOf(ranges: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of ranges) list.addSubnet(address, prefix, family(address));
  return list;
}

/**
 * Where nothing is ever sent, whoever asks for it: this machine, whose other programs trust whoever is on it; addresses of
 * one link, under which clouds tell machines their secrets; and what is nobody's.
 */
const never = listOf([
  ['0.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
  ['::', 128],
  ['::1', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  // Ways around: IPv4 inside IPv6.
  ['64:ff9b::', 96],
  ['2002::', 16],
]);

/** Of offices and provinces. */
const own = listOf([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['fc00::', 7],
]);

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu;

/**
 * Whether a webhook may go to an address: by https anywhere but to this machine and its link, by http, which anybody on
 * the way can read, only in the office's own network.
 */
export function mayReach(protocol: string, address: string): boolean {
  const plain = mapped.exec(address)?.[1] ?? address;
  if (isIP(plain) === 0 || never.check(plain, family(plain))) return false;
  return protocol === 'https:' || own.check(plain, family(plain));
}
