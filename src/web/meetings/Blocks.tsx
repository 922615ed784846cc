import type { ReactNode } from 'react';
import type { DocumentBlock } from './answers.ts';
import styles from './Blocks.module.css';

/** A document's content as a reader sees it. */
export function Blocks({ blocks }: { readonly blocks: readonly DocumentBlock[] }): ReactNode {
  return (
    <div className={styles.document}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: DocumentBlock }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3 className={styles.title}>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={block.ordered ? styles.numbered : styles.bulleted}>
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <div className={styles.wide} tabIndex={0} role="region" aria-label={block.heading.join(', ')}>
          <table className={styles.table}>
            <thead>
              <tr>
                {block.heading.map((cell, index) => (
                  <th key={index} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
